import { v7 as uuidv7 } from 'uuid'
import { inTransaction } from '#app/shared/transaction'
import { removeEntries, replaceEntries, type PublishedEntry } from '#app/support/lookup/entries'
import { lookUp } from '#app/support/lookup/lookup'
import { organizationShown } from '#app/support/lookup/organization_shown'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { titlesFor } from '#tests/support/lookup'
import { theHelpDesk } from '#tests/support/help_desk'
import { test } from '@japa/runner'

const admin = 'https://transfer.example.gov:444/coreadmin/login'

async function published() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  const programId = uuidv7()
  const { id: organizationId } = cast.dol
  const entries: PublishedEntry[] = [
    {
      kind: 'program',
      subjectId: programId,
      organizationId,
      title: 'SRR',
      names: ['Wage Records'],
    },
    {
      kind: 'contact',
      subjectId: `${programId}:owner`,
      organizationId,
      title: 'Wanda Wage',
      detail: 'Business Program Owner of SRR',
      place: 'owners',
      names: ['wanda@example.gov'],
      phones: ['860-263-6281'],
      texts: ['Business Program Owner', 'SRR'],
    },
    {
      kind: 'environment',
      subjectId: `${programId}:staging`,
      organizationId,
      title: 'SRR Staging Environment',
      place: 'staging',
      names: [admin],
      texts: ['Secure Transport 5.3.0'],
    },
  ]
  const publish = (some: PublishedEntry[]) =>
    inTransaction((trx) => replaceEntries(programId, some, trx))
  await publish(entries)
  const find = (typed: string) => titlesFor(cast.hank, typed)
  return { ...cast, programId, entries, publish, find }
}

test.group('What a quick reference brings to the search', (group) => {
  group.each.setup(undone)

  test('“{typed}” finds {title}')
    .with([
      { typed: 'srr', title: 'SRR' },
      { typed: 'wage records', title: 'SRR' },
      { typed: 'srr owner', title: 'Wanda Wage' },
      { typed: 'wanda@example.gov', title: 'Wanda Wage' },
      { typed: '(860) 263-6281', title: 'Wanda Wage' },
      { typed: 'srr stagging', title: 'SRR Staging Environment' },
      { typed: 'transfer.example.gov', title: 'SRR Staging Environment' },
      { typed: admin, title: 'SRR Staging Environment' },
      { typed: 'secure transport 5.3.0', title: 'SRR Staging Environment' },
    ])
    .run(async ({ assert }, { typed, title }) => {
      const { find } = await published()
      assert.equal((await find(typed))[0], title)
    })

  test('it knows the program and the place on its page', async ({ assert }) => {
    const { hank, dol, programId } = await published()
    const { hits } = await lookUp(hank, 'wanda')
    assert.deepInclude(hits[0], { programId, place: 'owners', organizationName: dol.name })
    const { programs } = await organizationShown(hank, dol.id)
    assert.deepEqual(programs, [{ id: programId, title: 'SRR', detail: '' }])
  })

  test('what is published anew takes the place of what was', async ({ assert }) => {
    const { find, publish, entries } = await published()
    await publish([entries[0], { ...entries[1], title: 'Walter Wage', names: [] }])
    assert.notInclude(await find('wanda'), 'Wanda Wage')
    assert.deepEqual(await find('walter'), ['Walter Wage'])
    assert.notInclude(await find('staging'), 'SRR Staging Environment')
  })

  test('what is retired is found no more', async ({ assert }) => {
    const { find, programId } = await published()
    await inTransaction((trx) => removeEntries(programId, trx))
    assert.deepEqual(await find('srr'), ['/DOL/SRR', '/DOL/SRR/Incoming'])
    assert.deepEqual(await find('transfer.example.gov'), [])
  })
})
