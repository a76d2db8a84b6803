import type { Timetable } from '#app/schedule/timetable'
import type { Wake } from '#app/shared/wake'
import type { ApplicationService } from '@adonisjs/core/types'

/** Starts what runs by itself, in a process that serves; a process may leave it to others (JOBS=false). */
export default class JobsProvider {
  #running: (Timetable | Wake)[] = []

  constructor(protected app: ApplicationService) {}

  async ready() {
    const { default: env } = await import('#start/env')
    if (!env.get('JOBS', true)) return

    const { startJobs } = await import('#start/scheduler')
    this.#running = startJobs()
  }

  /** After the doors have closed, before the database does. */
  async shutdown() {
    await Promise.all(this.#running.map((running) => running.stop()))
  }
}
