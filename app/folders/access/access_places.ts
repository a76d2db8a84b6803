import { childrenAsOf, placesAsOf } from '#app/folders/access/access_as_of'
import { nameKey } from '#app/shared/names'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** The top of an organization's tree. */
export async function rootAsOf(organizationId: string, at: Instant) {
  const root = await db
    .from('folders')
    .where('organization_id', organizationId)
    .whereNull('parent_id')
    .whereNull('owner_id')
    .select('id')
    .first()
  return root ? placeAsOf(organizationId, root.id, at) : undefined
}

/** A folder of an organization's tree, where it stood at that instant. Homes and what lies in them are their owners' own. */
export async function placeAsOf(organizationId: string, id: string, at: Instant) {
  const places = await placesAsOf([id], at)
  const place = places.get(id)
  if (place?.organizationId !== organizationId) return undefined
  const home = await db
    .from('folders')
    .where('id', place.way[0].id)
    .whereNotNull('owner_id')
    .first()
  return home ? undefined : place
}

/** The folder that was called so then: "/DOL/SRR/Incoming", with or without capitals. */
export async function placeCalled(organizationId: string, path: string, at: Instant) {
  const [first, ...names] = path
    .split(/[/\\]/)
    .map((name) => name.trim())
    .filter(Boolean)
  let place = await rootAsOf(organizationId, at)
  if (!place || !first || nameKey(place.way[0].name) !== nameKey(first)) return undefined
  for (const name of names) {
    const children: { id: string; name: string }[] = await childrenAsOf(place.id, at)
    const child = children.find((each) => nameKey(each.name) === nameKey(name))
    if (!child) return undefined
    const places = await placesAsOf([child.id], at)
    place = places.get(child.id)
    if (!place) return undefined
  }
  return place
}
