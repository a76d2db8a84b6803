import type { Entry } from 'ldapts'

/** Attributes by which a directory knows an entry for good, whatever it is called: who keeps them, and where. */
export const objectIdAttributes = {
  objectGUID: 'objectGUID (Active Directory)',
  entryUUID: 'entryUUID (OpenLDAP and others)',
  ipaUniqueID: 'ipaUniqueID (FreeIPA)',
  nsUniqueId: 'nsUniqueId (389 Directory Server)',
  GUID: 'GUID (eDirectory)',
} as const

const bytesOnly = ['objectGUID', 'GUID']

/** The one id of an entry, as text: what is bytes there is written in hexadecimal digits. */
export function objectIdIn(entry: Entry, attribute: string) {
  const name = Object.keys(entry).find((key) => key.toLowerCase() === attribute.toLowerCase())
  const values = name && name !== 'dn' ? [entry[name]].flat() : []
  if (values.length !== 1) return null
  const bytes = Buffer.from(values[0] as string)
  if (bytes.length === 0 || bytes.length > 64) return null
  if (bytesOnly.includes(attribute)) return bytes.toString('hex')
  const text = bytes.toString('utf8')
  return /^[\x21-\x7e]+$/.test(text) ? text.toLowerCase() : null
}
