import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import Organization from '#app/organizations/organization'
import { speakersOf } from '#app/support/lookup/speakers'
import db from '@adonisjs/lucid/services/db'

/** An organization for who answers callers: how to reach it, and who speaks for it. Throws E_ROW_NOT_FOUND. */
export async function organizationShown(by: Account, id: string) {
  const organization = await Organization.findOrFail(id)
  await permit(by, 'lookup.open', organization)
  return {
    organization,
    speakers: await speakersOf(organization),
    programs: await programsOf(organization),
  }
}

/** Those with a published quick reference. */
async function programsOf({ id }: Organization) {
  const rows: { program_id: string; title: string; detail: string }[] = await db
    .from('lookup_entries')
    .where({ organization_id: id, kind: 'program' })
    .orderBy('title')
    .select('program_id', 'title', 'detail')
  return rows.map((row) => ({ id: row.program_id, title: row.title, detail: row.detail }))
}
