import { everyMinute, type Job } from '#app/schedule/job'
import JobRun from '#app/schedule/job_run'
import { runJob } from '#app/schedule/run_job'
import { Timetable } from '#app/schedule/timetable'
import { day, hour, minute, now } from '#app/shared/clock'
import { schedule } from '#start/scheduler'
import { undone } from '#tests/support/database'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import cron from 'node-cron'

const signal = new AbortController().signal
const job = (run: Job['run'], rest: Partial<Job> = {}): Job => ({
  name: 'test.job',
  when: '0 0 1 1 *',
  run,
  ...rest,
})

test.group('Runs of jobs', (group) => {
  group.each.setup(undone)

  test('a run leaves when, how long and what it did', async ({ assert }) => {
    const run = await runJob(
      job(async () => ({ sent: 3, failed: 0, later: 1 })),
      1000,
      signal
    )
    const kept = await JobRun.findOrFail(run!.id)
    assert.equal(kept.job, 'test.job')
    assert.equal(kept.slot, 1000)
    assert.equal(kept.outcome, 'done')
    assert.equal(kept.summary, '3 sent, 1 later')
    assert.isAtLeast(kept.tookMs!, 0)
    assert.include(kept.runner, String(process.pid))
  })

  test('a run that found nothing says so', async ({ assert }) => {
    for (const [slot, nothing] of [undefined, 0, '', { sent: 0 }].entries()) {
      const run = await runJob(
        job(async () => nothing),
        slot,
        signal
      )
      assert.equal(run!.summary, 'Nothing to do')
    }
  })

  test('a run that throws leaves its reason, and the next one has its turn', async ({ assert }) => {
    const failing = job(async () => {
      throw new Error('The disk is full')
    })
    const run = await runJob(failing, 1000, signal)
    assert.equal(run!.outcome, 'failed')
    assert.equal(run!.summary, 'The disk is full')
    assert.isNotNull(await runJob(failing, 2000, signal))
  })

  test('a time slot has one runner', async ({ assert }) => {
    let calls = 0
    const counting = job(async () => void calls++)
    assert.isNotNull(await runJob(counting, 1000, signal))
    assert.isNull(await runJob(counting, 1000, signal))
    assert.equal(calls, 1)
    assert.lengthOf(await JobRun.all(), 1)
  })

  test('old runs are forgotten, and those whose process died are closed', async ({ assert }) => {
    const row = { job: 'test.job', runner: 'test' }
    await JobRun.createMany([
      { ...row, slot: 1, createdAt: now() - 20 * day, endedAt: now() - 20 * day },
      { ...row, slot: 2, createdAt: now() - 13 * hour },
      { ...row, slot: 3, createdAt: now() - minute },
    ])
    assert.deepEqual(await JobRun.tidy(now()), { removed: 1, abandoned: 1 })
    const [died, alive] = await JobRun.query().orderBy('slot')
    assert.equal(died.outcome, 'failed')
    assert.isNull(alive.outcome)
  })
})

test.group('The timetable', (group) => {
  group.each.setup(undone)

  test('a job runs at start and when its time comes; stopping waits for what is under way', async ({
    assert,
  }) => {
    let began = 0
    let ended = 0
    const slow = job(
      async (_asOf, stopping) => {
        began++
        if (began > 1) await new Promise((over) => stopping.addEventListener('abort', over))
        ended++
      },
      { when: '* * * * * *', atStart: true }
    )
    const timetable = new Timetable([slow], 'UTC')
    timetable.start()
    await until(() => began === 2)
    await timetable.stop()
    assert.equal(ended, 2)
    assert.lengthOf(await JobRun.query().where('outcome', 'done'), 2)
  })

  test('the clock of the service is well formed, each job with one name', ({ assert }) => {
    for (const { name, when } of schedule) assert.isTrue(cron.validate(when), name)
    const names = schedule.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
  })

  test('what a crash may have left is looked for at the start and every minute', ({ assert }) => {
    for (const name of ['uploads.reconcile', 'outbox.deliver']) {
      const found = schedule.find((one) => one.name === name)
      assert.containsSubset(found, { atStart: true, when: everyMinute })
    }
  })
})
