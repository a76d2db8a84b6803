import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { hashOf, said } from '#app/audit/chain'
import { record } from '#app/audit/record'
import { newEntries, sealDue } from '#app/audit/seal'
import { findings, headOfTrail } from '#app/audit/verify'
import { inTransaction } from '#app/shared/transaction'
import { undone } from '#tests/support/database'
import { aTrail, brokenPlaces, otherValue, someEntries, withoutGuards } from '#tests/support/trail'
import { until } from '#tests/support/until'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

const entries = () => db.from('audit_entries')
const at = (position: number) => entries().where({ position })
const written = () =>
  inTransaction((trx) => record('file.viewed', { actor: theService, details: { n: 1 } }, trx))

test.group('Sealing the trail', (group) => {
  group.each.setup(undone)

  test('entries get their places in the order in which they were written', async ({ assert }) => {
    await aTrail(450)
    const places = await AuditEntry.query().orderBy('id')
    assert.deepEqual(
      places.map(({ position }) => position),
      places.map((_, index) => index + 1)
    )
    assert.deepEqual(await brokenPlaces(), [])
  })

  test('what is written later goes on where the chain ended', async ({ assert }) => {
    await aTrail(3)
    await written()
    assert.deepEqual(await sealDue(), { sealed: 1 })
    assert.deepEqual(await sealDue(), { sealed: 0 })
    assert.deepEqual(await brokenPlaces(), [])
    const head = await db.from('audit_heads').firstOrFail()
    const last = await at(4).firstOrFail()
    assert.equal(head.position, 4)
    assert.equal(head.hash, last.hash)
  })

  test('an entry that was undone leaves no gap', async ({ assert }) => {
    await aTrail(1)
    const failing = inTransaction(async (trx) => {
      await record('file.viewed', { actor: theService }, trx)
      throw new Error('undone')
    })
    await assert.rejects(() => failing)
    await written()
    assert.deepEqual(await sealDue(), { sealed: 1 })
    assert.deepEqual(await brokenPlaces(), [])
  })

  test('the hash covers the place, the entry before it and every field', ({ assert }) => {
    const entry = Object.fromEntries(said.map((name) => [name, 'x'])) as any
    const hash = hashOf(entry, 1, 'a')
    assert.notEqual(hashOf(entry, 2, 'a'), hash)
    assert.notEqual(hashOf(entry, 1, 'b'), hash)
    for (const name of said) {
      assert.notEqual(hashOf({ ...entry, [name]: 'y' }, 1, 'a'), hash, name)
      assert.notEqual(hashOf({ ...entry, [name]: null }, 1, 'a'), hash, name)
    }
  })

  test('entries are sealed soon after they are committed', async ({ assert }) => {
    newEntries.start(sealDue)
    await written()
    await until(async () => (await AuditEntry.firstOrFail()).hash)
    await newEntries.stop()
    assert.deepEqual(await brokenPlaces(), [])
  })
})

test.group('The database keeps the trail', (group) => {
  group.each.setup(undone)

  test('no entry can be altered or deleted, sealed or not', async ({ assert }) => {
    await aTrail(2)
    await written()
    const refused = /never altered/
    for (const position of [1, null]) {
      await inTransaction((trx) =>
        trx.from('audit_entries').where({ position }).update({ event: 'x' })
      )
        .then(() => assert.fail('altered'))
        .catch((error) => assert.match(error.message, refused))
      await inTransaction((trx) => trx.from('audit_entries').where({ position }).delete())
        .then(() => assert.fail('deleted'))
        .catch((error) => assert.match(error.message, refused))
    }
  })

  test('what the hash covers is every column but the seal itself', async ({ assert }) => {
    await someEntries(1)
    const row = await entries().firstOrFail()
    assert.sameMembers(Object.keys(row), [...said, 'position', 'hash'])
  })

  test('{$self} is refused another value, or none, before the entry is sealed')
    .with([...said])
    .run(async ({ assert }, field) => {
      await someEntries(1)
      for (const value of [otherValue(field), null]) {
        const altering = inTransaction((trx) =>
          trx.from('audit_entries').update({ [field]: value })
        )
        await assert.rejects(() => altering, /never altered/)
      }
    })

  test('a seal is set once, and the head only moves forward', async ({ assert }) => {
    await aTrail(2)
    const attempts = [
      () =>
        inTransaction((trx) =>
          trx.from('audit_entries').where('position', 1).update({ hash: 'x' })
        ),
      () =>
        inTransaction((trx) =>
          trx.from('audit_entries').where('position', 1).update({ position: null })
        ),
      () => inTransaction((trx) => trx.from('audit_heads').update({ position: 1 })),
      () => inTransaction((trx) => trx.from('audit_heads').delete()),
    ]
    for (const attempt of attempts) await assert.rejects(attempt, /never altered/)
    assert.deepEqual(await brokenPlaces(), [])
  })
})

test.group('Verifying the trail', (group) => {
  group.each.setup(undone)

  test('any change of {$self} is found at its place')
    .with([...said, 'hash'])
    .run(async ({ assert }, field) => {
      await aTrail(5)
      await withoutGuards()
      for (const position of [1, 3, 5]) {
        const before = await at(position).firstOrFail()
        await at(position).update({ [field]: otherValue(field) })
        assert.deepEqual(await brokenPlaces(), [position])
        await at(position).update({ [field]: before[field] })
      }
      assert.deepEqual(await brokenPlaces(), [])
    })

  test('several altered entries in a row are each found', async ({ assert }) => {
    await aTrail(9)
    await withoutGuards()
    await entries().where('position', '>', 2).where('position', '<', 9).update({ event: 'x' })
    assert.deepEqual(await brokenPlaces(), [3, 4, 5, 6, 7, 8])
  })

  test('a missing entry is found, wherever it was', async ({ assert }) => {
    await aTrail(6)
    await withoutGuards()
    await at(6).delete()
    assert.deepEqual(await brokenPlaces(), [6])
    await entries().whereIn('position', [2, 3]).delete()
    await at(1).delete()
    const sentences = []
    for await (const { sentence } of findings(await headOfTrail())) sentences.push(sentence)
    assert.deepEqual(sentences, ['Entries 1 to 3 are missing.', 'Entry 6 is missing.'])
  })

  test('exchanged entries are found at both places', async ({ assert }) => {
    await aTrail(6)
    await withoutGuards()
    await at(2).update({ position: 99 })
    await at(5).update({ position: 2 })
    await at(99).update({ position: 5 })
    assert.deepEqual(await brokenPlaces(), [2, 3, 5, 6])
  })

  test('an entry that was altered and sealed anew breaks the chain after it', async ({
    assert,
  }) => {
    await aTrail(4)
    await withoutGuards()
    for (const position of [2, 4]) {
      const [before, entry] = [
        await at(position - 1).firstOrFail(),
        await at(position).firstOrFail(),
      ]
      const forged = { ...entry, subject_name: 'forged.txt' }
      const hash = hashOf(forged, position, before.hash)
      await at(position).update({ subject_name: 'forged.txt', hash })
    }
    assert.deepEqual(await brokenPlaces(), [3, 4])
  })

  test('an entry that was put in by hand is found', async ({ assert }) => {
    await aTrail(3)
    const { hash: previous, ...last } = await at(3).firstOrFail()
    const forged = { ...last, id: uuidv7(), position: 4 }
    await db.table('audit_entries').insert({ ...forged, hash: hashOf(forged, 4, previous) })
    assert.deepEqual(await brokenPlaces(), [4])
  })

  test('what is written and sealed while the trail is read is no finding', async ({ assert }) => {
    await aTrail(1001)
    await withoutGuards()
    await at(1).delete()
    const reading = findings(await headOfTrail())
    assert.equal((await reading.next()).value?.position, 1)
    await written()
    await sealDue()
    assert.isTrue((await reading.next()).done)
    assert.deepEqual(await brokenPlaces(), [1])
  })
})
