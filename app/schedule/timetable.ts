import type { Job } from '#app/schedule/job'
import { runJob } from '#app/schedule/run_job'
import { now, type Instant } from '#app/shared/clock'
import logger from '@adonisjs/core/services/logger'
import cron, { type ScheduledTask } from 'node-cron'

/** Calls each job when its time comes, as long as the process runs. */
export class Timetable {
  #tasks: ScheduledTask[] = []
  #running = new Set<Promise<unknown>>()
  #stopping = new AbortController()

  constructor(
    readonly jobs: Job[],
    readonly timeZone: string
  ) {}

  start() {
    cron.setLogger(logger)
    for (const job of this.jobs) {
      const task = ({ date }: { date: Date }) => this.#run(job, date.getTime())
      const options = { name: job.name, timezone: this.timeZone, noOverlap: true }
      this.#tasks.push(cron.schedule(job.when, task, options))
      if (job.atStart) this.#run(job, now())
    }
  }

  /** Calls no more jobs, and waits for those under way: each ends at its next step. */
  async stop() {
    this.#stopping.abort()
    await Promise.all(this.#tasks.map((task) => task.destroy()))
    await Promise.all(this.#running)
  }

  /** All processes know a slot by the same instant: the one at which it was due. */
  async #run(job: Job, slot: Instant) {
    const run = runJob(job, slot, this.#stopping.signal)
    this.#running.add(run)
    await run.finally(() => this.#running.delete(run))
  }
}
