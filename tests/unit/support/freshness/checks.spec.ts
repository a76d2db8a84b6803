import { day, now } from '#app/shared/clock'
import { checks, findingsOf } from '#app/support/freshness/checks'
import type { CheckContext } from '#app/support/freshness/checks/finding'
import type { Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'
import { entryOf, quietContext, soundRecord } from '#tests/support/record_entries'
import { test } from '@japa/runner'

const codes = (entries: Entry[], more: Partial<CheckContext> = {}) =>
  findingsOf(entries, quietContext(entries, more)).map(({ code }) => code)

/** A sound record of which one kind says something else; '' leaves a field out. */
function record(
  kind: EntryKind,
  values: Partial<Record<FieldName, string>>,
  audience?: 'public' | 'staff'
) {
  const entries = soundRecord()
  const at = entries.findIndex((entry) => entry.kind === kind)
  const said = Object.fromEntries(
    Object.entries(entries[at].fields).map(([name, { value }]) => [name, value])
  )
  const merged = Object.entries({ ...said, ...values }).filter(([, value]) => value)
  const changed = entryOf(kind, Object.fromEntries(merged), audience)
  entries[at] = { ...changed, id: entries[at].id }
  return entries
}

const without = (kind: EntryKind, most = 0) => {
  let kept = 0
  return soundRecord().filter((entry) => entry.kind !== kind || kept++ < most)
}

const inContext = (more: (entries: Entry[]) => Partial<CheckContext>) => {
  const entries = soundRecord()
  return { entries, more: more(entries) }
}

const asOf = now()
const since = asOf - 91 * day
const stale = { reviewedAt: since, reviewedBy: 'Lena Long', since, staleAt: asOf - day }

/** What each check finds, and the nearest thing to it of which it says nothing. */
const table: {
  code: string
  wrong: () => Entry[] | { entries: Entry[]; more: Partial<CheckContext> }
  right?: () => Entry[] | { entries: Entry[]; more: Partial<CheckContext> }
}[] = [
  ...(['owner', 'administrator', 'production', 'staging', 'desk', 'level'] as const).map(
    (kind) => ({
      code: `${kind}.none`,
      wrong: () => without(kind),
      right: () => without(kind, 1),
    })
  ),
  ...(['production', 'staging'] as const).flatMap((kind) => [
    { code: `${kind}.no_version`, wrong: () => record(kind, { version: '' }) },
    { code: `${kind}.no_administration`, wrong: () => record(kind, { administration: '' }) },
    { code: `${kind}.no_upload_target`, wrong: () => record(kind, { uploadTarget: '' }) },
  ]),
  { code: 'desk.no_phone', wrong: () => record('desk', { phone: '' }) },
  { code: 'desk.no_hours', wrong: () => record('desk', { hours: '' }) },
  { code: 'desk.no_contact', wrong: () => without('contact'), right: () => without('contact', 1) },
  {
    code: 'person.no_way',
    wrong: () => record('contact', { phone: '', email: '' }),
    right: () => record('contact', { phone: '' }),
  },
  { code: 'owner.single', wrong: () => without('owner', 1) },
  { code: 'administrator.single', wrong: () => without('administrator', 1) },
  { code: 'desk.single_contact', wrong: () => without('contact', 1) },
  { code: 'level.no_alternate', wrong: () => record('level', { alternate: '' }) },
  {
    code: 'level.same_alternate',
    wrong: () => {
      const entries = soundRecord()
      const level = entries.find(({ kind }) => kind === 'level')!
      level.fields.alternate = level.fields.primary
      return entries
    },
  },
  {
    code: 'record.same_person',
    wrong: () => [
      entryOf('owner', { name: 'Ann Able', phone: '860-555-0101' }),
      entryOf('administrator', { name: 'ANN ABLE', phone: '860-555-0101' }),
    ],
    right: () => [
      entryOf('owner', { name: 'Ann Able', phone: '860-555-0101' }),
      entryOf('administrator', { name: 'Bob Best', phone: '860-555-0101' }),
    ],
  },
  {
    code: 'staging.same_upload_target',
    wrong: () => record('staging', { uploadTarget: 'https://SFT.example.gov/' }),
    right: () => record('staging', { uploadTarget: 'https://sft.example.gov/staging' }),
  },
  {
    code: 'staging.same_administration',
    wrong: () => record('staging', { administration: 'https://sft.example.gov:444/admin' }),
    right: () => record('staging', { administration: 'https://sft.example.gov:445/admin' }),
  },
  ...['https://159.247.3.180:444/help', 'https://[2001:db8::1]/', 'sftp://198.51.100.7'].map(
    (address) => ({
      code: 'address.bare_ip',
      wrong: () => record('resource', { address }),
      right: () => record('resource', { address }, 'staff'),
    })
  ),
  ...[
    'https://dol-ap0141/MRcgi/MRentrancePage.pl',
    'https://sft.dol.local/',
    'https://sft.internal',
    'https://sft.lan',
    'https://sft.corp',
    'https://10.1.2.3/',
    'https://192.168.0.9/',
    'https://172.20.0.1/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
  ].map((address) => ({
    code: 'address.internal_host',
    wrong: () => record('desk', { address }),
    right: () => record('desk', { address }, 'staff'),
  })),
  {
    code: 'note.bare_ip',
    wrong: () => record('note', { text: 'Ask at 159.247.3.180.' }, 'public'),
    right: () => record('note', { text: 'Ask at 159.247.3.180.' }, 'staff'),
  },
  {
    code: 'administration.public',
    wrong: () => record('production', {}, 'public'),
    right: () => record('production', {}, 'staff'),
  },
  {
    code: 'address.plain_http',
    wrong: () => record('resource', { address: 'http://docs.example.gov/' }),
    right: () => record('resource', { address: 'https://docs.example.gov/' }),
  },
  { code: 'email.malformed', wrong: () => record('owner', { email: 'ann at example.gov' }) },
  {
    code: 'email.failed',
    wrong: () => inContext(() => ({ failed: new Set(['A@example.gov']) })),
    right: () => inContext(() => ({ failed: new Set(['other@example.gov']) })),
  },
  {
    code: 'person.left',
    wrong: () => inContext(() => ({ emails: new Map([['a@example.gov', false]]) })),
    right: () => inContext(() => ({ emails: new Map([['a@example.gov', true]]) })),
  },
  ...[
    { code: 'person.left', known: false, other: true },
    { code: 'person.unknown_account', known: undefined, other: true },
  ].map(({ code, known, other }) => {
    const about = (isActive?: boolean) => () => ({
      entries: record('administrator', { username: 'cid' }),
      more: { usernames: new Map(isActive === undefined ? [] : [['cid', isActive]]) },
    })
    return { code, wrong: about(known), right: about(other) }
  }),
  {
    code: 'record.stale',
    wrong: () => inContext(() => ({ standing: stale })),
    right: () => inContext(() => ({ standing: { ...stale, staleAt: now() + day } })),
  },
  {
    code: 'record.never_reviewed',
    wrong: () => inContext(() => ({ standing: { ...stale, reviewedAt: null } })),
    right: () => inContext(() => ({ standing: undefined })),
  },
  {
    code: 'entry.never_verified',
    wrong: () => inContext(() => ({ verified: new Map() })),
  },
  {
    code: 'note.old_date',
    wrong: () => record('note', { text: 'As of June 29, 2022' }),
    right: () => record('note', { text: `As of June 29, ${new Date().getFullYear()}` }),
  },
  {
    code: 'note.old_date',
    wrong: () => record('owner', { postalAddress: '200 Folly Brook\nJune 29, 2022' }),
    right: () => record('owner', { postalAddress: '2022 Folly Brook Boulevard' }),
  },
  ...(['primary', 'alternate'] as const).map((field) => ({
    code: 'reference.removed',
    wrong: () => record('level', { [field]: '00000000-0000-7000-8000-999999999999' }),
  })),
  {
    code: 'level.no_phone',
    wrong: () =>
      soundRecord().map((entry) => {
        const silent = ['owner', 'desk'].includes(entry.kind)
        return silent ? { ...entry, fields: { ...entry.fields, phone: undefined } } : entry
      }),
    right: () => record('desk', { phone: '' }),
  },
]

const found = (given: ReturnType<(typeof table)[number]['wrong']>) =>
  Array.isArray(given) ? codes(given) : codes(given.entries, given.more)

test.group('The checks of a quick reference', () => {
  test('find nothing in a sound one', ({ assert }) => {
    assert.deepEqual(codes(soundRecord()), [])
  })

  test('{code}, and nothing where it is right')
    .with(table)
    .run(({ assert }, { code, wrong, right = soundRecord }) => {
      assert.include(found(wrong()), code)
      assert.notInclude(found(right()), code)
    })

  test('each of them has its line in the table', ({ assert }) => {
    const told = new Set(table.map(({ code }) => code))
    const wrong = table.flatMap(({ wrong: given }) => found(given()))
    assert.deepEqual(
      [...new Set(wrong)].filter((code) => !told.has(code)),
      []
    )
    for (const check of checks) {
      const says = table.some(({ wrong: given }) => {
        const made = given()
        const [entries, more] = Array.isArray(made) ? [made, {}] : [made.entries, made.more]
        return check(entries, quietContext(entries, more)).length > 0
      })
      assert.isTrue(says, check.name)
    }
  })

  test('lead to the field, or to the kind of what is missing', ({ assert }) => {
    const entries = record('desk', { phone: '' }).filter(({ kind }) => kind !== 'staging')
    const desk = entries.find(({ kind }) => kind === 'desk')!
    const findings = findingsOf(entries, quietContext(entries))
    const [phone] = findings.filter(({ code }) => code === 'desk.no_phone')
    assert.include(phone, { entryId: desk.id, field: 'phone' })
    assert.include(phone.sentence, 'DOL Service Desk has no phone number')
    const [staging] = findings.filter(({ code }) => code === 'staging.none')
    assert.include(staging, { kind: 'staging' })
    assert.isUndefined(staging.entryId)
  })

  test('tell the worst first', ({ assert }) => {
    const findings = findingsOf([], quietContext([], { standing: stale }))
    const weights = findings.map(({ weight }) => weight)
    assert.deepEqual(weights, weights.toSorted().reverse())
  })
})
