import { accountDeactivated } from '#app/accounts/keeping/account_deactivated'
import type { Actor } from '#app/audit/actor'
import FolderSubscription, {
  type SubscriptionEnd,
} from '#app/folders/subscriptions/folder_subscription'
import { subscriptionEnded } from '#app/folders/subscriptions/subscription_ended'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { recordForPerson } from '#app/folders/subscriptions/consent_trail'
import { organizationSuspended } from '#app/organizations/organization_suspended'
import type { Trx } from '#app/shared/transaction'

/**
 * Security rule 5: what an account has in other organizations' folders ends with it, and so does all that a suspended
 * organization shares in both directions. Giving an account or an organization back restores nothing of it: both sides agree anew.
 */
accountDeactivated.hear('subscriptions', ({ account, by }, trx) =>
  endAll(across(trx).where('accountId', account.id), by, 'account_deactivated', trx)
)

/** What was offered to change a subscription that is over would begin it anew: nobody agreed to that. */
subscriptionEnded.hear('offers', async ({ subscription, by }, trx) => {
  const because = 'The subscription that it would change is over.'
  const offers = SubscriptionOffer.query({ client: trx })
    .withScopes((scopes) => scopes.waiting())
    .where('replacesId', subscription.id)
    .preload('folder')
  for (const offer of await offers) await offer.lapse(by, because, trx)
})

/** What takes the place of another is told of by what takes it. */
subscriptionEnded.hear('trail', async ({ subscription, by, because }, trx) => {
  if (because !== 'changed') await recordForPerson('consent.ended', by, subscription, trx)
})

organizationSuspended.hear('offers', async ({ organization, by }, trx) => {
  const offers = SubscriptionOffer.query({ client: trx })
    .withScopes((scopes) => scopes.waiting())
    .where((side) =>
      side.where('organizationId', organization.id).orWhere('askedOrganizationId', organization.id)
    )
    .preload('folder')
    .orderBy('id')
  for (const offer of await offers) {
    await offer.lapse(by, `${organization.name} is suspended.`, trx)
  }
})

organizationSuspended.hear('subscriptions', ({ organization, by }, trx) =>
  endAll(
    across(trx).where((side) =>
      side
        .whereHas('folder', (folder) => folder.where('organizationId', organization.id))
        .orWhereHas('account', (account) => account.where('organizationId', organization.id))
    ),
    by,
    'organization_suspended',
    trx
  )
)

const across = (trx: Trx) =>
  FolderSubscription.query({ client: trx })
    .whereNull('endedAt')
    .withScopes((scopes) => scopes.acrossOrganizations())
    .preload('folder')
    .preload('account')
    .orderBy('id')

async function endAll(
  subscriptions: ReturnType<typeof across>,
  by: Actor,
  because: SubscriptionEnd,
  trx: Trx
) {
  for (const subscription of await subscriptions) await subscription.close(by, because, trx)
}
