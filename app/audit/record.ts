import AuditEntry from '#app/audit/audit_entry'
import type { Actor, Subject } from '#app/audit/actor'
import type { Event } from '#app/audit/events'
import { newEntries } from '#app/audit/seal'
import { insertAll } from '#app/shared/insert_all'
import type { Trx } from '#app/shared/transaction'

export interface Happening {
  actor: Actor
  subject?: Subject
  /** Never a secret, never the contents of a file. */
  details?: Record<string, unknown>
}

/** Writes an entry of the trail in the transaction of the action itself: both are stored, or neither. */
export function record(event: Event, happening: Happening, trx: Trx) {
  return write(event, 'done', happening, trx)
}

/** The same for what was refused. */
export function recordRefusal(event: Event, happening: Happening, trx: Trx) {
  return write(event, 'refused', happening, trx)
}

/** The same thing done to many, in one statement. */
export function recordEach(event: Event, happenings: Happening[], trx: Trx) {
  const entries = happenings.map((happening) =>
    new AuditEntry().fill(entry(event, 'done', happening))
  )
  newEntries.after(trx)
  return insertAll(entries, trx)
}

function write(event: Event, outcome: 'done' | 'refused', happening: Happening, trx: Trx) {
  newEntries.after(trx)
  return AuditEntry.create(entry(event, outcome, happening), { client: trx })
}

function entry(event: Event, outcome: 'done' | 'refused', happening: Happening) {
  const { actor, subject, details = {} } = happening
  return {
    event,
    outcome,
    actorId: actor.id,
    actorName: actor.actorName,
    organizationId: subject?.organizationId ?? actor.organizationId,
    subjectType: subject?.subjectType ?? null,
    subjectId: subject?.id ?? null,
    subjectName: subject?.subjectName ?? null,
    details: subject?.folderId ? { folderId: subject.folderId, ...details } : details,
    address: actor.origin?.address ?? null,
    requestId: actor.origin?.requestId ?? null,
  }
}
