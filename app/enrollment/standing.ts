import { secureFileTransfer } from '#app/enrollment/application'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** How an organization stands to Secure File Transfer. */
interface Standing {
  applicationName: string
  isSubscribed: boolean
  /** There are terms in force, and nobody has accepted them for the organization. */
  hasTermsPending: boolean
}

/** Asked on every request, so it is one question to the database. */
export async function standingOf(organizationId: string, trx?: Trx): Promise<Standing> {
  const asOf = now()
  const row = await (trx ?? db)
    .from('applications')
    .leftJoin('application_subscriptions as subscriptions', (on) =>
      on
        .on('subscriptions.application_id', 'applications.id')
        .andOnVal('subscriptions.organization_id', organizationId)
        .andOnNull('subscriptions.ended_at')
        .andOnNotNull('subscriptions.approved_at')
    )
    .joinRaw(
      `left join terms on terms.application_id = applications.id and terms.version =
        (select max(version) from terms where application_id = applications.id and published_at <= ?)`,
      [asOf]
    )
    .leftJoin('terms_acceptances as acceptances', (on) =>
      on
        .on('acceptances.terms_id', 'terms.id')
        .andOnVal('acceptances.organization_id', organizationId)
    )
    .where('applications.key', secureFileTransfer)
    .select('applications.name', 'subscriptions.id as subscription')
    .select('terms.id as terms', 'acceptances.id as acceptance')
    .firstOrFail()
  return {
    applicationName: row.name,
    isSubscribed: row.subscription !== null,
    hasTermsPending: row.terms !== null && row.acceptance === null,
  }
}
