import { day, hour, now, type Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { JobRunSchema } from '#database/schema'
import { hostname } from 'node:os'
import { v7 as uuidv7 } from 'uuid'

const runner = `${hostname()}:${process.pid}`.slice(0, 120)
const kept = 14 * day
/** No job takes this long: whoever ran it is gone. */
const longest = 12 * hour

type JobOutcome = 'done' | 'failed'

/** One run of a scheduled job: when, how long, what it did, or why it failed. */
export default class JobRun extends JobRunSchema {
  declare outcome: JobOutcome | null

  /** Begins the run for a time slot, or returns null if another process has it already. */
  static async begin(job: string, slot: Instant) {
    const row = { id: uuidv7(), job, slot, runner, created_at: now() }
    await inTransaction((trx) =>
      trx.knexQuery().table('job_runs').insert(row).onConflict(['job', 'slot']).ignore()
    )
    return this.find(row.id)
  }

  end(outcome: JobOutcome, summary: string) {
    Object.assign(this, { outcome, summary: summary.slice(0, 500), endedAt: now() })
    return inTransaction((trx) => this.useTransaction(trx).save())
  }

  /** Forgets runs of long ago, and closes those whose process ended before they did. */
  static tidy(asOf: Instant) {
    return inTransaction(async (trx) => {
      const old = this.query({ client: trx }).where('createdAt', '<', asOf - kept)
      const [removed] = await old.delete()
      const open = this.query({ client: trx })
        .whereNull('endedAt')
        .where('createdAt', '<', asOf - longest)
      const summary = 'The process ended before the run did.'
      const [abandoned] = await open.update({ outcome: 'failed', summary, endedAt: asOf })
      return { removed: Number(removed), abandoned: Number(abandoned) }
    })
  }

  get tookMs() {
    return this.endedAt === null ? null : this.endedAt - this.createdAt
  }
}
