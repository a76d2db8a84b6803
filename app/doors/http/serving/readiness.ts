import service from '#config/service'
import Message from '#app/messages/message'
import JobRun from '#app/schedule/job_run'
import { minute, now, second } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'
import { access, constants } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Whether this process can serve people: without the database or the storage it cannot. An outbox that stands still
 * is told, too, but is no reason to send people away (security rule 37).
 */
export async function readiness() {
  const [database, storage, outbox] = await Promise.all([
    inTime(() => db.rawQuery('select 1')),
    inTime(() => access(service.storagePath, constants.R_OK | constants.W_OK)),
    inTime(outboxMoves),
  ])
  const isReady = database && storage
  const status = isReady ? (outbox ? 'ready' : 'degraded') : 'unavailable'
  return {
    isReady,
    report: { status, database: word(database), storage: word(storage), outbox: word(outbox) },
  }
}

const word = (works: boolean) => (works ? 'ok' : 'failing')

/** A check that throws, or takes too long, has failed; what it failed with is for the log of whoever uses the thing. */
async function inTime(check: () => Promise<unknown>) {
  const late = new AbortController()
  const tooLong = pause(2 * second, false, { signal: late.signal }).catch(() => false)
  const works = check().then(
    () => true,
    () => false
  )
  return Promise.race([works, tooLong]).finally(() => late.abort())
}

/** Something may wait long for a mail server; but then somebody must have looked after it lately. */
async function outboxMoves() {
  const lately = now() - 10 * minute
  const waiting = await Message.query()
    .withScopes((scopes) => scopes.due(lately))
    .first()
  if (!waiting) return
  await JobRun.query()
    .where('job', 'outbox.deliver')
    .where('slot', '>', lately)
    .where('outcome', 'done')
    .firstOrFail()
}
