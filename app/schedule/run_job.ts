import { inWords, type Job } from '#app/schedule/job'
import JobRun from '#app/schedule/job_run'
import { now, type Instant } from '#app/shared/clock'
import logger from '@adonisjs/core/services/logger'

/**
 * Runs a job for one time slot, in one process of all, and leaves its record. A job that fails, or a database
 * that is away, never ends the process and never keeps the next run from its turn.
 */
export async function runJob(job: Job, slot: Instant, signal: AbortSignal) {
  try {
    const run = await JobRun.begin(job.name, slot)
    if (run) await perform(job, run, signal)
    return run
  } catch (error) {
    logger.error({ job: job.name, slot, err: error }, 'job.not_recorded')
    return null
  }
}

async function perform(job: Job, run: JobRun, signal: AbortSignal) {
  try {
    const summary = inWords(await job.run(now(), signal))
    await run.end('done', summary)
    logger.debug({ job: job.name, run: run.id, ms: run.tookMs, summary }, 'job.done')
  } catch (error) {
    logger.error({ job: job.name, run: run.id, err: error }, 'job.failed')
    await run.end('failed', (error as Error).message)
  }
}
