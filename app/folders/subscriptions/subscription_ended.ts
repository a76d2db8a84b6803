import type { Actor } from '#app/audit/actor'
import type FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { SubscriptionEnd } from '#app/folders/subscriptions/folder_subscription'
import { News } from '#app/shared/news'

interface Ended {
  subscription: FolderSubscription
  by: Actor
  because: SubscriptionEnd
}

/** Somebody's access to a folder is over: whatever was built on it is over, too. */
export const subscriptionEnded = new News<Ended>('subscription.ended')
