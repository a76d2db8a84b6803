import type { Trx } from '#app/shared/transaction'
import { emailKey, isContact } from '#app/support/freshness/people'
import { said } from '#app/support/records/entry'
import { recordPublished } from '#app/support/records/publishing'

/** Whom a record speaks of is kept beside it, so that everybody finds at once where they stand. */
recordPublished.hear('record_contacts', async ({ program, edition }, trx) => {
  await trx.from('record_contacts').where('program_id', program.id).delete()
  const contacts = edition.entries.filter(isContact).map((entry) => ({
    program_id: program.id,
    entry_id: entry.id,
    username: said(entry, 'username') || null,
    email_key: emailKey(said(entry, 'email')),
  }))
  const known = contacts.filter((contact) => contact.username ?? contact.email_key)
  await insert(known, trx)
})

/** One by one: a record names a few people, and a driver takes only so many rows at once. */
async function insert(contacts: object[], trx: Trx) {
  for (const contact of contacts) await trx.table('record_contacts').insert(contact)
}
