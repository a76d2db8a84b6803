import type { Place } from '#app/support/requests/places'
import db from '@adonisjs/lucid/services/db'

/** More than so many are said to be "99+". */
const mostCounted = 100

/** How many wait at the help desk or at the operator, up to a hundred: read from the index alone. */
export async function countWaitingAt(place: Extract<Place, 'help_desk' | 'operator'>) {
  const rows = await db
    .from('help_requests')
    .where({ status: 'open', lies_with: place })
    .limit(mostCounted)
    .select('id')
  return rows.length
}
