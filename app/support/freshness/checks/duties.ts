import { each, named, ofKind, type Check } from '#app/support/freshness/checks/finding'
import { said, type Entry } from '#app/support/records/entry'
import { entryKinds, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'

/** What every record has, and what is said as long as it is missing. */
const needed: { kind: EntryKind; code: string; sentence: string }[] = [
  {
    kind: 'owner',
    code: 'owner.none',
    sentence: 'Nobody is named as the business program owner.',
  },
  {
    kind: 'administrator',
    code: 'administrator.none',
    sentence: 'No delegated administrator is named: nobody knows who opens accounts.',
  },
  {
    kind: 'production',
    code: 'production.none',
    sentence: 'Nothing is said of the production environment.',
  },
  {
    kind: 'staging',
    code: 'staging.none',
    sentence: 'Nothing is said of the staging environment.',
  },
  {
    kind: 'desk',
    code: 'desk.none',
    sentence: 'There is no service desk: callers do not know whom to call.',
  },
  {
    kind: 'level',
    code: 'level.none',
    sentence: 'There is no escalation level: nobody knows who is called next.',
  },
]

export const emptyDuties: Check = (entries) =>
  needed
    .filter(({ kind }) => !ofKind(entries, kind).length)
    .map(({ kind, code, sentence }) => ({ code, sentence, kind, weight: 3 }))

/** What each environment tells, and what it is called in the code. */
const parts = [
  ['version', 'no_version'],
  ['administration', 'no_administration'],
  ['uploadTarget', 'no_upload_target'],
] as const satisfies [FieldName, string][]

export const emptyEnvironments: Check = (entries) =>
  parts.flatMap(([field, code]) =>
    each(ofKind(entries, 'production', 'staging'), (entry) => {
      if (said(entry, field)) return false
      const kind = entry.kind as 'production' | 'staging'
      const { label } = entryKinds[kind].fields[field]
      const sentence = `${entryKinds[kind].label}: “${label}” is empty.`
      return { code: `${kind}.${code}`, sentence, field, weight: field === 'uploadTarget' ? 2 : 1 }
    })
  )

export const emptyDesks: Check = (entries) => {
  const desks = ofKind(entries, 'desk')
  const lacking = (field: 'phone' | 'hours', rest: string, weight: 1 | 3) =>
    each(desks, (desk) => {
      const sentence = `${named(desk)} has no ${rest}.`
      return !said(desk, field) && { code: `desk.no_${field}`, sentence, field, weight }
    })
  return [
    ...lacking('phone', 'phone number: callers cannot reach it', 3),
    ...lacking('hours', 'hours: nobody knows when somebody answers', 1),
    ...each(desks, (desk) => {
      const sentence = `${named(desk)} has no contact: nobody is named there.`
      return !contactsOf(desk, entries).length && { code: 'desk.no_contact', sentence, weight: 2 }
    }),
  ]
}

export const contactsOf = (desk: Entry, entries: Entry[]) =>
  ofKind(entries, 'contact').filter((contact) => said(contact, 'desk') === desk.id)

/** A person with neither phone nor mail is a name only. */
export const unreachablePeople: Check = (entries) =>
  each(ofKind(entries, 'owner', 'administrator', 'contact'), (person) => {
    const isReachable = said(person, 'phone') || said(person, 'email')
    const sentence = `${named(person)} has neither a phone number nor a mail address.`
    return !isReachable && { code: 'person.no_way', sentence, field: 'phone', weight: 3 }
  })
