import type { Timetable } from '#app/schedule/timetable'
import type { LastUse } from '#app/folders/access/last_use'
import type { Wake } from '#app/shared/wake'
import type { ApplicationService } from '@adonisjs/core/types'

/** Starts what runs by itself, in a process that serves; a process may leave the jobs to others (JOBS=false). */
export default class JobsProvider {
  #running: (Timetable | Wake | LastUse)[] = []

  constructor(protected app: ApplicationService) {}

  async ready() {
    const { lastUse } = await import('#app/folders/access/last_use')
    lastUse.start()
    this.#running = [lastUse]
    const { default: env } = await import('#start/env')
    if (!env.get('JOBS', true)) return

    const { startJobs } = await import('#start/scheduler')
    this.#running.push(...startJobs())
  }

  /** After the doors have closed, before the database does. */
  async shutdown() {
    await Promise.all(this.#running.map((running) => running.stop()))
  }
}
