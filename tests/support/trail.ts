import { theService } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { sealDue } from '#app/audit/seal'
import { findings, headOfTrail } from '#app/audit/verify'
import { inTransaction, isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuidv7 } from 'uuid'

/** A sealed trail of so many entries, each with something in every field. */
export async function aTrail(length: number) {
  await someEntries(length)
  await sealDue()
}

/** The same before anybody has sealed it. */
export async function someEntries(length: number) {
  const actor = { ...theService, id: uuidv7(), organizationId: uuidv7() }
  await inTransaction(async (trx) => {
    for (let n = 1; n <= length; n++) {
      const id = uuidv7()
      const subject = { id, subjectType: 'file', subjectName: `${n}.txt`, organizationId: uuidv7() }
      const origin = { address: '192.0.2.1', requestId: `request-${n}` }
      const happening = { actor: { ...actor, origin }, subject, details: { n, bytes: n * 100 } }
      await record('file.received', happening, trx)
    }
  })
}

/** Another value for a field of an entry, of the kind that its column takes. */
export function otherValue(field: string) {
  const fixed: Record<string, unknown> = { created_at: 1, outcome: 'refused', details: '{}' }
  const isId = field === 'id' || (field.endsWith('_id') && field !== 'request_id')
  return fixed[field] ?? (isId ? uuidv7() : 'x')
}

/** Lets a test do what the database forbids. Undone with everything else that the test writes. */
export async function withoutGuards() {
  for (const table of ['audit_entries', 'audit_heads']) {
    for (const event of ['update', 'delete']) {
      const on = isSqlite() ? '' : `on ${table}`
      await db.rawQuery(`drop trigger ${table}_no_${event} ${on}`)
    }
  }
}

/** The places at which the trail is found broken. */
export async function brokenPlaces() {
  const places = []
  for await (const { position } of findings(await headOfTrail())) places.push(position)
  return places
}
