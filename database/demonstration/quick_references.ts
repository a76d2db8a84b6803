import Account from '#app/accounts/account'
import type { Audience } from '#app/support/audience'
import { addEntry } from '#app/support/records/editing'
import type { Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'
import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { reviewRecord } from '#app/support/freshness/reviewing'

type Values = Partial<Record<FieldName, string>>
type Audiences = Partial<Record<FieldName, Audience>>

/** What each agency says of its programs: two quick references that are published, and one that is still a draft. */
export async function writeQuickReferences() {
  if (await Program.query().first()) return
  await writeSrr(await writer('dol.liaison'))
  await writeDataPolicy(await writer('opm.liaison'))
  await beginClaims(await writer('dol.liaison'))
}

async function writer(username: string) {
  const liaison = await Account.query()
    .where({ username })
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  return {
    liaison,
    begin: async (name: string) => (await createProgram(liaison, name)) as Program,
    put: async (program: Program, kind: EntryKind, values: Values, audiences: Audiences = {}) =>
      (await addEntry(liaison, program, kind, { values, audiences })) as Entry,
  }
}

type Writer = Awaited<ReturnType<typeof writer>>

async function writeSrr({ liaison, begin, put }: Writer) {
  const program = await begin('SRR')
  await put(program, 'owner', {
    ...ownerFrom(await Account.findByOrFail('username', 'dol.ada')),
    postalAddress: '200 Example Boulevard\nWethersfield, CT 06109',
  })
  const first = await put(program, 'administrator', person(liaison))
  const alternate = await Account.findByOrFail('username', 'dol.liaison2')
  const second = await put(program, 'administrator', person(alternate))
  await put(program, 'production', {
    version: 'Waybill 1.0',
    administration: 'https://sft-admin.example.gov/',
    uploadTarget: 'https://sft.example.gov/',
  })
  await put(program, 'staging', {
    version: 'Waybill 1.0',
    administration: 'https://sft-admin-staging.example.gov/',
    uploadTarget: 'https://sft-staging.example.gov/',
  })
  const desk = await put(program, 'desk', {
    name: 'DOL Service Desk',
    phone: '860-555-0119',
    option: 'option 9',
    hours: 'Mon–Fri 7:30–17:00',
  })
  const statewide = await put(program, 'desk', {
    name: 'Statewide Help Desk',
    phone: '860-555-0409',
    hours: 'always',
  })
  const level = (severity: string, primary: Entry, other: Entry, waitMinutes: string) =>
    put(program, 'level', { severity, primary: primary.id, alternate: other.id, waitMinutes })
  await level('question', desk, first, '30')
  await level('problem', first, second, '30')
  await level('incident', statewide, desk, '15')
  await put(program, 'resource', {
    name: 'File layout',
    address: 'https://sft.example.gov/layouts/srr',
  })
  await put(program, 'note', {
    text: 'Quarterly wages arrive in the last week of the month after the quarter.',
  })
  await publish(liaison, program)
  await reviewRecord(liaison, program)
}

async function writeDataPolicy({ liaison, begin, put }: Writer) {
  const program = await begin('DATAPOLICY')
  await put(program, 'owner', ownerFrom(await Account.findByOrFail('username', 'opm.otto')))
  const administrator = await put(program, 'administrator', person(liaison))
  await put(program, 'production', {
    version: 'Waybill 1.0',
    administration: 'https://sft-admin.example.gov/',
    uploadTarget: 'https://sft.example.gov/',
  })
  await put(program, 'staging', { uploadTarget: 'https://sft-staging.example.gov/' })
  const desk = await put(program, 'desk', {
    name: 'OPM Information Technology Help Desk',
    phone: '860-555-0219',
    hours: 'Mon–Fri 8:00–16:30',
  })
  await put(program, 'level', {
    severity: 'question',
    primary: administrator.id,
    alternate: desk.id,
    waitMinutes: '60',
  })
  await publish(liaison, program)
  await reviewRecord(liaison, program)
}

/** Half written, as it is while somebody gathers it. */
async function beginClaims({ liaison, begin, put }: Writer) {
  const program = await begin('Weekly claims')
  await put(program, 'administrator', person(liaison))
  await put(program, 'production', { uploadTarget: 'https://sft.example.gov/' })
}

const person = ({ fullName, username, title, phone, email }: Account): Values => ({
  name: fullName,
  username,
  title: title ?? '',
  phone: phone ?? '',
  email: email ?? '',
})

const ownerFrom = ({ fullName, title, phone }: Account): Values => ({
  name: fullName,
  title: title ?? '',
  phone: phone ?? '',
})
