import { ofKind, type Check, type Finding } from '#app/support/freshness/checks/finding'
import { said } from '#app/support/records/entry'
import type { FieldName } from '#app/support/records/entry_kinds'

const compared = [
  [
    'uploadTarget',
    'staging.same_upload_target',
    'upload target',
    'what is tried out lands among real files',
  ],
  [
    'administration',
    'staging.same_administration',
    'administration address',
    'what is tried out changes what is real',
  ],
] as const satisfies [FieldName, string, string, string][]

/** Staging that is production is none. */
export const stagingIsProduction: Check = (entries) => {
  const [production] = ofKind(entries, 'production')
  const [staging] = ofKind(entries, 'staging')
  if (!production || !staging) return []
  return compared.flatMap(([field, code, words, harm]): Finding[] => {
    const [one, other] = [said(production, field), said(staging, field)].map(alike)
    if (!one || one !== other) return []
    const sentence = `Staging has the same ${words} as production: ${harm}.`
    return [{ code, sentence, entryId: staging.id, kind: 'staging', field, weight: 3 }]
  })
}

/** The same address, however it is typed: capitals of the host, the slash at the end. */
function alike(address: string) {
  const url = URL.parse(address)
  return url
    ? `${url.protocol}//${url.host.toLowerCase()}${url.pathname.replace(/\/+$/, '')}${url.search}`
    : address
}
