import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { record } from '#app/audit/record'
import { sealDue } from '#app/audit/seal'
import { deliverDue } from '#app/messages/deliver'
import { mail } from '#app/messages/mail'
import { mailTexts } from '#app/messages/mail_text'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import JobRun from '#app/schedule/job_run'
import { runJob } from '#app/schedule/run_job'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { PostOffice } from '#tests/support/post_office'
import { committed } from '#tests/support/database'
import { times } from '#tests/support/races'
import { brokenPlaces } from '#tests/support/trail'
import { test } from '@japa/runner'

const together = <T>(works: (() => Promise<T>)[]) => Promise.all(works.map((work) => work()))

mailTexts.registerTemplate('test/race', { template: 'To all.' })
mail('test.race', async (data) => ({ subject: `Number ${data.number}`, view: 'test/race', data }))

test.group('Several who do the same work at once', (group) => {
  group.each.setup(committed)

  test('of several schedulers one runs a job at its time', async ({ assert }) => {
    let calls = 0
    const job = { name: 'test.race', when: '0 0 1 1 *', run: async () => void calls++ }
    const { signal } = new AbortController()
    for (const slot of [1_000, 2_000, 3_000]) {
      const runs = await together(times(8, () => runJob(job, slot, signal)))
      assert.lengthOf(
        runs.filter((run) => run !== null),
        1
      )
    }
    assert.equal(calls, 3)
    assert.lengthOf(await JobRun.query().where('outcome', 'done'), 3)
  })

  test('several workers send each message once', async ({ assert, cleanup }) => {
    const office = await new PostOffice().open()
    cleanup(() => office.close())
    const ada = { id: null, email: 'ada@example.gov' }
    const promised = await together(
      times(20, (number) => inTransaction((trx) => tell(ada, 'test.race', { number }, trx)))
    )
    const counts = await together(times(4, () => deliverDue(now(), { mailer: office.mailer() })))
    assert.equal(
      counts.reduce((sum, { sent }) => sum + sent, 0),
      20
    )
    assert.sameMembers(
      office.letters.map(({ messageId }) => messageId),
      promised.map(({ id }) => `<${id}@localhost>`)
    )
    assert.lengthOf(await Message.query().where({ status: 'sent', tries: 1 }), 20)
  })

  test('fifty who write the trail while it is sealed leave it whole', async ({ assert }) => {
    const write = (n: number) =>
      inTransaction(async (trx) => {
        await record('file.viewed', { actor: theService, details: { n } }, trx)
        await record('file.downloaded', { actor: theService, details: { n } }, trx)
      })
    await together([
      ...times(50, write),
      ...times(4, () => sealDue()),
    ] as (() => Promise<unknown>)[])
    await together(times(4, () => sealDue()))

    const sealed = await AuditEntry.query().orderBy('position')
    assert.deepEqual(
      sealed.map(({ position }) => position),
      sealed.map((_, at) => at + 1)
    )
    assert.lengthOf(sealed, 100)
    assert.deepEqual(await brokenPlaces(), [])
  })
})
