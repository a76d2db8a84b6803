import Account from '#app/accounts/account'
import { mail, type Payload } from '#app/messages/mail'
import { day, now } from '#app/shared/clock'
import { standingsOf } from '#app/support/freshness/staleness'
import Program from '#app/support/records/program'

interface ToKeeper extends Payload {
  accountId: string
  programIds: string[]
}

/** More than this before it turns stale, a record was reviewed meanwhile. */
const window = 14 * day

/** Says what is still to be reviewed when it is sent; what was reviewed or retired meanwhile is left out. */
mail<ToKeeper>('records_turn_stale', async ({ accountId, programIds }, trx) => {
  const account = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('grants')
    .firstOrFail()
  if (!account.isActive(now())) return null
  const programs = await Program.query({ client: trx })
    .whereIn('id', programIds)
    .whereNull('retiredAt')
    .preload('organization')
    .orderBy('nameKey')
  const standings = await standingsOf(programIds, trx)
  const records = programs.flatMap((program) => {
    const standing = standings.get(program.id)
    if (!standing || standing.staleAt - window > now()) return []
    const isOwn = account.has('liaison') && account.organizationId === program.organizationId
    const path = isOwn ? `/liaison/programs/${program.id}` : '/operations/quick-references'
    return [{ ...standing, program, path, isOwn, isStale: standing.staleAt <= now() }]
  })
  if (!records.length) return null
  const subject = records.every(({ isStale }) => isStale)
    ? 'Quick references are stale'
    : 'Quick references to be reviewed'
  return { subject, view: 'mails/support/records_turn_stale', data: { account, records } }
})
