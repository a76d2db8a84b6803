import { hasPage } from '#app/doors/http/views/navigation'

/** Where a liaison goes on after a request was decided: to what else waits. */
export const whatElseWaits = () => (hasPage('/liaison/requests') ? '/liaison/requests' : '/liaison')

/** Where the person's access is given; else the request itself. */
export const subscriptionFormFor = (accountId: string) =>
  hasPage('/liaison/subscriptions/create')
    ? `/liaison/subscriptions/create?account=${accountId}`
    : whatElseWaits()

export const decidedAlready = 'Somebody decided on this request before you. Nothing was changed.'
