import { each, named, type Check, type Finding } from '#app/support/freshness/checks/finding'
import { hostKind, ipsIn } from '#app/support/freshness/checks/hosts'
import { audienceWords } from '#app/support/audience_words'
import { said, type Entry } from '#app/support/records/entry'
import { fieldsOf, type FieldName } from '#app/support/records/entry_kinds'

type Found = Omit<Finding, 'entryId' | 'kind'>

/** Asks about each filled-in address of each entry. */
const eachAddress = (entries: Entry[], ask: (entry: Entry, field: FieldName) => Found | false) =>
  entries.flatMap((entry) =>
    fieldsOf(entry.kind)
      .filter(([field, { type }]) => type === 'address' && said(entry, field))
      .flatMap(([field]) => each([entry], () => ask(entry, field)))
  )

const isWide = (entry: Entry, field: FieldName) => entry.fields[field]?.audience !== 'staff'
const audience = (entry: Entry, field: FieldName) =>
  audienceWords[entry.fields[field]!.audience].toLowerCase()

/** A bare number says where to attack, and is nothing that a person can check. */
export const bareNumbers: Check = (entries) => [
  ...eachAddress(entries, (entry, field) => {
    if (!isWide(entry, field) || hostKind(said(entry, field)) !== 'bare_ip') return false
    const sentence = `${named(entry)} shows a bare IP address to ${audience(entry, field)}: use the name of the host, or show it to staff alone.`
    return { code: 'address.bare_ip', sentence, field, weight: 3 }
  }),
  ...each(entries, (entry) => {
    const isShown = isWide(entry, 'text') && ipsIn(said(entry, 'text')).length > 0
    const sentence = `A note shows an IP address to ${isShown ? audience(entry, 'text') : ''}: leave it out, or show it to staff alone.`
    return isShown && { code: 'note.bare_ip', sentence, field: 'text', weight: 3 }
  }),
]

export const internalHosts: Check = (entries) =>
  eachAddress(entries, (entry, field) => {
    if (!isWide(entry, field) || hostKind(said(entry, field)) !== 'internal') return false
    const sentence = `${named(entry)} shows an internal host to ${audience(entry, field)}, who cannot reach it: show it to staff alone, or use an address for everybody.`
    return { code: 'address.internal_host', sentence, field, weight: 3 }
  })

export const publicAdministration: Check = (entries) =>
  eachAddress(entries, (entry, field) => {
    const isPublic = entry.fields[field]!.audience === 'public'
    const sentence = `${named(entry)}: everybody sees where it is administered. Show it to staff alone.`
    return (
      field === 'administration' &&
      isPublic && { code: 'administration.public', sentence, field, weight: 3 }
    )
  })

export const plainHttp: Check = (entries) =>
  eachAddress(entries, (entry, field) => {
    const sentence = `${named(entry)} has an address that begins with http: what is typed there can be read on the way. Use https.`
    return (
      /^http:/i.test(said(entry, field)) && {
        code: 'address.plain_http',
        sentence,
        field,
        weight: 2,
      }
    )
  })
