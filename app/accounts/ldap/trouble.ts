/** What is done one after the other to ask a directory, as a person follows it. */
export const steps = [
  'name',
  'port',
  'encryption',
  'search_account',
  'base',
  'attributes',
  'person',
] as const
export type Step = (typeof steps)[number]

/** The directory cannot be asked: at which step, and why, in a sentence for whoever looks after it. */
export class DirectoryTrouble extends Error {
  constructor(
    readonly step: Step,
    readonly sentence: string
  ) {
    super(sentence)
  }
}

interface Failed {
  code?: string | number
  cert?: { subjectaltname?: string }
}

const untrusted =
  'nobody whom Waybill trusts vouches for its certificate. Paste the certificate of the authority that issued it.'

const certificates: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate vouches for itself (self-signed). Paste that certificate, or one of an authority.',
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_HAS_EXPIRED: 'its certificate has expired. It needs a new one.',
  CERT_NOT_YET_VALID:
    'its certificate is not valid yet. The clock of one of the two machines may be wrong.',
}

export function nameTrouble(host: string) {
  return new DirectoryTrouble(
    'name',
    `The name ${host} is not known to the network that Waybill stands in.`
  )
}

export function portTrouble(host: string, port: number, error: Failed) {
  const sentence =
    error.code === 'ECONNREFUSED'
      ? `${host} refuses connections at port ${port}: no directory answers there.`
      : `${host} does not answer at port ${port}. A firewall may stand between.`
  return new DirectoryTrouble('port', sentence)
}

export function encryptionTrouble(host: string, error: Failed) {
  return new DirectoryTrouble(
    'encryption',
    `Waybill does not trust ${host}: ${whyUntrusted(host, error)}`
  )
}

function whyUntrusted(host: string, { code, cert }: Failed) {
  const known = certificates[String(code)]
  if (known) return known
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = cert?.subjectaltname?.replace(/\b(DNS|IP Address):/g, '').slice(0, 200)
    return `its certificate is for ${names || 'another name'}, not for ${host}.`
  }
  if (/^ERR_SSL_.*(VERSION|PROTOCOL)/.test(String(code)))
    return 'it does not speak TLS 1.2 or newer at this port.'
  return 'no encrypted connection came about. An address with ldaps:// wants port 636, one with ldap:// wants a server with StartTLS.'
}
