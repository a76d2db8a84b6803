import db from '@adonisjs/lucid/services/db'

/** Whether an organization's people may sign in against a directory of its own, as with Windows. */
export async function hasDirectory(organizationId: string) {
  if (!(await db.connection().schema.hasTable('directories'))) return false
  const one = { organization_id: organizationId, is_in_use: true }
  return (await db.from('directories').where(one).first()) !== null
}
