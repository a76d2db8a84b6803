import Account from '#app/accounts/account'
import AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import Organization from '#app/organizations/organization'
import { mail } from '#app/messages/mail'
import type { Trx } from '#app/shared/transaction'

interface OfReview extends Record<string, unknown> {
  accountId: string
  reviewId: string
}

interface OfAccess extends Record<string, unknown> {
  accountId: string
  itemId: string
}

for (const kind of ['started', 'due'] as const) {
  const subject = { started: 'Please review who has access', due: 'An access review ends soon' }
  mail<OfReview>(`access_review_${kind}`, async ({ accountId, reviewId }, trx) => {
    const review = await AccessReview.findOrFail(reviewId, { client: trx })
    if (!review.isOpen) return null
    const account = await Account.findOrFail(accountId, { client: trx })
    const left = review.itemCount - review.decidedCount
    const data = { account, review, left, path: `/liaison/reviews/${review.id}` }
    return { subject: subject[kind], view: `mails/folders/access_review_${kind}`, data }
  })
}

for (const kind of ['suspended', 'restored'] as const) {
  const subject = {
    suspended: 'Access to a folder is suspended',
    restored: 'Access to a folder is restored',
  }
  mail<OfAccess>(`access_${kind}`, async ({ accountId, itemId }, trx) => {
    const data = {
      ...(await sidesOf(itemId, trx)),
      account: await Account.findOrFail(accountId, { client: trx }),
    }
    return { subject: subject[kind], view: `mails/folders/access_${kind}`, data }
  })
}

/** The folder by the name under which its person sees it, and whose it is. */
async function sidesOf(itemId: string, trx: Trx) {
  const item = await AccessReviewItem.findOrFail(itemId, { client: trx })
  const { subscription } = await item.withBothSides(trx)
  const { folder, account: person, shownAs } = subscription
  const agency = await Organization.findOrFail(folder.organizationId, { client: trx })
  return { item, person, agency, folderName: shownAs ?? folder.name }
}
