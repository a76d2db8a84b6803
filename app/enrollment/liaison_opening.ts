import type Account from '#app/accounts/account'
import { appoint, whoIsInTheWay, type Rank } from '#app/accounts/liaisons/liaisons'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { byMail, type Appointee, type Opening } from '#app/enrollment/appointee'
import { openLiaisonsAccount } from '#app/folders/account_opening'
import Organization from '#app/organizations/organization'
import { inTransaction } from '#app/shared/transaction'

/** Opens the account of somebody who becomes a liaison at once; the way in comes by mail. */
export function openLiaison(
  by: Account,
  organization: Organization,
  asked: Appointee,
  rank: Rank
): Promise<Opening> {
  return inTransaction(async (trx) => {
    await permit(by, 'liaison.open', organization, trx)
    await Organization.locked(organization.id, trx)
    const holder = await whoIsInTheWay(organization.id, rank, trx)
    if (holder) return { problems: placeTaken(holder) }

    const opening = await openLiaisonsAccount(by, organization, { ...asked, ...byMail }, trx)
    if ('account' in opening) await appoint(by, opening.account, rank, trx)
    return opening
  })
}

/** What is said beside the field where a place was chosen that is taken. */
export const placeTaken = (holder: Account): Problems => ({
  rank: [
    `${holder.fullName} has this place, and the other one is taken, too. Dismiss one of them first.`,
  ],
})
