import AuditEntry from '#app/audit/audit_entry'
import { addEntry, changeEntry, moveEntry, removeEntry } from '#app/support/records/editing'
import type { Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { createProgram, retireProgram } from '#app/support/records/program_keeping'
import { discardDraft, publish } from '#app/support/records/publishing'
import QuickReferenceChange from '#app/support/records/quick_reference_change'
import { recordFor, recordsFor } from '#app/support/records/reading'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const begun = async ({ lena }: Cast) => (await createProgram(lena, 'SRR')) as Program

const owner = (name: string) => ({
  values: { name, phone: '860-263-6281', email: 'owner@example.gov' },
  audiences: { name: 'public', phone: 'signed_in', email: 'staff' },
})

test.group('The quick reference of a program', (group) => {
  group.each.setup(undone)

  test('says nothing before it is published, and to each what is for them after it', async ({
    assert,
  }) => {
    const cast = await theCast()
    const program = await begun(cast)
    await addEntry(cast.lena, program, 'owner', owner('Ada Adams'))
    assert.deepEqual(await recordsFor(cast.lena), [])
    await assert.rejects(() => recordFor(cast.lena, program.id))

    assert.isTrue(await publish(cast.lena, program))
    const fields = async (reader?: Parameters<typeof recordFor>[0]) =>
      Object.keys((await recordFor(reader, program.id)).entries[0].fields)
    assert.deepEqual(await fields(), ['name'])
    assert.deepEqual(await fields(cast.ada), ['name', 'phone'])
    assert.deepEqual(await fields(cast.olga), ['name', 'phone'])
    assert.deepEqual(await fields(cast.lena), ['name', 'phone', 'email'])
  })

  test('is not there for whom nothing of it is meant, nor when it is retired', async ({
    assert,
  }) => {
    const cast = await theCast()
    const program = await begun(cast)
    const note = { values: { text: 'Only for us' }, audiences: {} }
    await addEntry(cast.lena, program, 'note', note)
    await publish(cast.lena, program)
    await assert.rejects(() => recordFor(undefined, program.id))
    await assert.rejects(() => recordFor(cast.olga, program.id))
    assert.lengthOf(await recordsFor(cast.lena), 1)

    assert.isTrue(await retireProgram(cast.lena, program))
    assert.isFalse(await retireProgram(cast.lena, program))
    await assert.rejects(() => recordFor(cast.lena, program.id))
  })

  test('is changed in a draft that nobody is shown, by her liaison alone', async ({ assert }) => {
    const cast = await theCast()
    const program = await begun(cast)
    const entry = (await addEntry(cast.lena, program, 'owner', owner('Ada Adams'))) as Entry
    await publish(cast.lena, program)
    await changeEntry(cast.lena, program, entry.id, owner('Lena Long'))
    const shown = await recordFor(cast.lena, program.id)
    assert.equal(shown.entries[0].fields.name?.value, 'Ada Adams')

    for (const stranger of [cast.ada, cast.otto, cast.olga]) {
      await assert.rejects(() => changeEntry(stranger, program, entry.id, owner('Otto Orr')))
      await assert.rejects(() => publish(stranger, program))
    }
    const changes = await QuickReferenceChange.query().orderBy('id')
    assert.deepEqual(
      changes.map(({ before, after }) => [before?.fields.name?.value, after?.fields.name?.value]),
      [
        [undefined, 'Ada Adams'],
        ['Ada Adams', 'Lena Long'],
      ]
    )
    assert.isTrue(await discardDraft(cast.lena, program))
    assert.isFalse(await discardDraft(cast.lena, program))
    assert.isFalse(await publish(cast.lena, program))
  })

  test('the same a second time is no change and no entry in the trail', async ({ assert }) => {
    const cast = await theCast()
    const program = await begun(cast)
    const entry = (await addEntry(cast.lena, program, 'owner', owner('Ada Adams'))) as Entry
    assert.isFalse(await changeEntry(cast.lena, program, entry.id, owner('Ada Adams')))
    assert.lengthOf(await AuditEntry.query().where('event', 'quick_reference.changed'), 0)
  })

  test('what cannot be is named at its field, and nothing is kept of it', async ({ assert }) => {
    const cast = await theCast()
    const program = await begun(cast)
    const wrong = await addEntry(cast.lena, program, 'production', {
      values: { administration: 'javascript:alert(1)' },
      audiences: {},
    })
    assert.deepEqual(Object.keys((wrong as { problems: object }).problems), ['administration'])
    const empty = await addEntry(cast.lena, program, 'staging', { values: {}, audiences: {} })
    assert.property(empty, 'problems')
    const level = { values: { severity: 'incident', primary: program.id, waitMinutes: '15' } }
    const lost = await addEntry(cast.lena, program, 'level', { ...level, audiences: {} })
    assert.deepEqual(Object.keys((lost as { problems: object }).problems), ['primary'])
    assert.deepEqual((await program.draft())?.entries, [])
  })

  test('entries of a kind change places, and go', async ({ assert }) => {
    const cast = await theCast()
    const program = await begun(cast)
    const one = (await addEntry(cast.lena, program, 'owner', owner('One'))) as Entry
    const two = (await addEntry(cast.lena, program, 'owner', owner('Two'))) as Entry
    assert.isFalse(await moveEntry(cast.lena, program, one.id, 'up'))
    assert.isTrue(await moveEntry(cast.lena, program, two.id, 'up'))
    const ids = async () => (await program.draft())!.entries.map(({ id }) => id)
    assert.deepEqual(await ids(), [two.id, one.id])
    await removeEntry(cast.lena, program, two.id)
    assert.deepEqual(await ids(), [one.id])
    await assert.rejects(() => removeEntry(cast.lena, program, two.id))
  })
})
