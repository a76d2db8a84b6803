import AccountRole from '#app/accounts/account_role'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { remindOfStaleness } from '#app/support/freshness/reminders'
import { reviewRecord } from '#app/support/freshness/reviewing'
import { staleAfterDays } from '#app/support/freshness/staleness'
import Verification from '#app/support/freshness/verification'
import { createProgram, retireProgram } from '#app/support/records/program_keeping'
import QuickReference from '#app/support/records/quick_reference'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aPublishedProgram } from '#tests/support/freshness'
import { promised, written } from '#tests/support/mails'
import { anOperator } from '#tests/support/operators'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

/** Lena is the primary liaison, Alma the alternate, Olive runs the service. */
async function theKeepers() {
  const cast = await theCast()
  const alma = await person(cast.dol, 'alma', 'Alma Ames', 'liaison')
  const olive = await anOperator()
  await rank(cast.lena.id, 1)
  await rank(alma.id, 2)
  return { ...cast, alma, olive }
}

const rank = (accountId: string, place: number) =>
  AccountRole.query().where({ accountId, role: 'liaison' }).update({ rank: place })

const about = async () => (await promised()).filter((line) => line.startsWith('records_turn_stale'))

const to = (...names: string[]) => names.map((name) => `records_turn_stale to ${name}@example.gov`)

/** All that was published and verified was so many days ago. */
async function ago(days: number) {
  await QuickReference.query()
    .whereNotNull('publishedAt')
    .update({ publishedAt: now() - days * day })
  await Verification.query().update({ verifiedAt: now() - days * day })
}

test.group('Before a record turns stale', (group) => {
  group.each.setup(undone)

  test('the primary hears 14 days before, the alternate too 7 days before, at last the operators', async ({
    assert,
  }) => {
    const { lena } = await theKeepers()
    await aPublishedProgram(lena)
    const stale = await staleAfterDays()
    const at = (days: number) => now() + (stale - days) * day + 1000
    await remindOfStaleness(at(14) - day)
    assert.deepEqual(await about(), [])
    await remindOfStaleness(at(14))
    assert.deepEqual(await about(), to('lena'))
    await remindOfStaleness(at(8))
    assert.deepEqual(await about(), to('lena'))
    await remindOfStaleness(at(7))
    assert.deepEqual(await about(), to('lena', 'lena', 'alma'))
    await remindOfStaleness(at(0))
    assert.deepEqual(await about(), to('lena', 'lena', 'alma', 'olive'))
    await remindOfStaleness(at(-30))
    assert.lengthOf(await about(), 4)
  })

  test('each step once, also when two run at the same time', async ({ assert }) => {
    const { lena } = await theKeepers()
    await aPublishedProgram(lena)
    await ago(80)
    const runs = await Promise.all([remindOfStaleness(now()), remindOfStaleness(now())])
    assert.deepEqual(runs.map(({ reminded }) => reminded).sort(), [0, 1])
    await remindOfStaleness(now())
    assert.deepEqual(await about(), to('lena'))
    assert.lengthOf(await db.from('freshness_reminders'), 1)
  })

  test('what was missed is not caught up: only what is next is said', async ({ assert }) => {
    const { lena } = await theKeepers()
    await aPublishedProgram(lena)
    await ago(100)
    await remindOfStaleness(now())
    assert.deepEqual(await about(), to('olive'))
  })

  test('all records of one person stand in one mail, with the way to each', async ({ assert }) => {
    const { lena } = await theKeepers()
    const one = await aPublishedProgram(lena, 'SRR')
    const other = await aPublishedProgram(lena, 'UI')
    await ago(80)
    await remindOfStaleness(now())
    assert.deepEqual(await about(), to('lena'))
    const mail = await written('records_turn_stale')
    for (const { program } of [one, other]) {
      assert.include(mail!, `/liaison/programs/${program.id}`)
      assert.include(mail!, `${program.name}, Department of Labor`)
    }
    assert.notMatch(mail!, /vault|Room 17/)
  })

  test('a review begins anew; what was reviewed meanwhile is not told any more', async ({
    assert,
  }) => {
    const { lena } = await theKeepers()
    const { program } = await aPublishedProgram(lena)
    await ago(80)
    await remindOfStaleness(now())
    assert.equal(await reviewRecord(lena, program), 'reviewed')
    assert.isNull(await written('records_turn_stale'))
    await remindOfStaleness(now() + 75 * day)
    assert.deepEqual(await about(), to('lena'))
    await remindOfStaleness(now() + 76 * day)
    assert.deepEqual(await about(), to('lena', 'lena'))
  })

  test('nobody hears of what is retired or not published, nor who is not active', async ({
    assert,
  }) => {
    const { lena, alma, dol } = await theKeepers()
    await createProgram(lena, 'Draft')
    const { program } = await aPublishedProgram(lena)
    await ago(85)
    await retireProgram(lena, program)
    await remindOfStaleness(now())
    await program.merge({ retiredAt: null }).save()
    await dol.merge({ suspendedAt: now() }).save()
    await remindOfStaleness(now())
    assert.deepEqual(await about(), [])
    await dol.merge({ suspendedAt: null }).save()
    await lena.merge({ deactivatedAt: now() }).save()
    await remindOfStaleness(now())
    assert.deepEqual(await about(), to('alma'))
    await alma.merge({ deactivatedAt: now() }).save()
    assert.isNull(await written('records_turn_stale'))
  })

  test('the contacts who have not confirmed since the last review are asked by themselves', async ({
    assert,
  }) => {
    const { lena } = await theKeepers()
    const { program, jos } = await aPublishedProgram(lena)
    await ago(80)
    assert.equal(await reviewRecord(lena, program), 'reviewed')
    await ago(80)
    await Verification.create({
      ...{ programId: program.id, entryId: jos.id, name: 'Jo Jones', via: 'mail' as const },
      wording: (await Verification.findByOrFail('entryId', jos.id)).wording,
      verifiedAt: now() - 10 * day,
    })
    await remindOfStaleness(now())
    const asked = await Message.query().where('kind', 'confirmation_asked')
    assert.deepEqual(
      asked.map(({ address }) => address),
      ['ADA@example.gov']
    )
  })
})
