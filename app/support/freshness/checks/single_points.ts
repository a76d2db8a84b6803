import { contactsOf } from '#app/support/freshness/checks/duties'
import {
  each,
  named,
  ofKind,
  type Check,
  type Finding,
} from '#app/support/freshness/checks/finding'
import { nameKey } from '#app/shared/names'
import { said } from '#app/support/records/entry'

/** One is enough until that one is away. */
export const onlyOne: Check = (entries) => [
  ...alone(entries, 'owner', 'business program owner'),
  ...alone(entries, 'administrator', 'delegated administrator'),
  ...each(ofKind(entries, 'desk'), (desk) => {
    const sentence = `${named(desk)} has one contact only: name somebody for when that person is away.`
    const isAlone = contactsOf(desk, entries).length === 1
    return isAlone && { code: 'desk.single_contact', sentence, weight: 2 }
  }),
]

function alone(
  entries: Parameters<Check>[0],
  kind: 'owner' | 'administrator',
  words: string
): Finding[] {
  const [one, ...others] = ofKind(entries, kind)
  if (!one || others.length) return []
  const sentence = `${named(one)} is the only ${words}: name a second one.`
  return [{ code: `${kind}.single`, sentence, kind, weight: 2 }]
}

export const noAlternate: Check = (entries) =>
  each(ofKind(entries, 'level'), (level) => {
    const place = ofKind(entries, 'level').indexOf(level) + 1
    const [primary, alternate] = [said(level, 'primary'), said(level, 'alternate')]
    const field = 'alternate'
    if (!alternate) {
      const sentence = `Escalation level ${place} has no alternate: nobody stands in for the first call.`
      return { code: 'level.no_alternate', sentence, field, weight: 2 }
    }
    const sentence = `Escalation level ${place} names the same alternate as first call.`
    return primary === alternate && { code: 'level.same_alternate', sentence, field, weight: 2 }
  })

/** Owner, administrator and desk in one person: when that person is away, nobody is there. */
export const samePersonEverywhere: Check = (entries) => {
  const people = ofKind(entries, 'owner', 'administrator', 'contact')
  const names = new Set(people.map((person) => nameKey(said(person, 'name'))))
  const kinds = new Set(people.map(({ kind }) => kind))
  if (names.size !== 1 || kinds.size < 2) return []
  const sentence = `${named(people[0])} is named for everything: when that person is away, nobody is there.`
  return [
    {
      code: 'record.same_person',
      sentence,
      weight: 3,
      kind: people[0].kind,
      entryId: people[0].id,
    },
  ]
}
