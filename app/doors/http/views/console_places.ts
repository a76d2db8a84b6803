import type Account from '#app/accounts/account'
import { hasPage } from '#app/doors/http/views/navigation'
import { counted, waitingFor } from '#app/doors/http/views/waiting'

interface Place {
  label: string
  path: string
  /** An organization administrator has no business there: a partner keeps people, not folders. */
  isLiaisons?: boolean
}

/** The places of a console, in the order in which they are shown; those without a page yet are left out. */
const consoles: Record<'liaison' | 'operations', Place[]> = {
  liaison: [
    { label: 'Overview', path: '/liaison' },
    { label: 'Requests', path: '/liaison/requests' },
    { label: 'Accounts', path: '/liaison/accounts' },
    { label: 'Imports', path: '/liaison/imports' },
    { label: 'Departures', path: '/liaison/departures' },
    { label: 'Folders', path: '/liaison/folders', isLiaisons: true },
    { label: 'Subscriptions', path: '/liaison/subscriptions' },
    { label: 'Who has access', path: '/liaison/access' },
    { label: 'Access review', path: '/liaison/reviews', isLiaisons: true },
    { label: 'Activity', path: '/liaison/activity' },
    { label: 'Transfers', path: '/liaison/transfers', isLiaisons: true },
    { label: 'Published contact', path: '/liaison/contact', isLiaisons: true },
    { label: 'Directory', path: '/liaison/directory' },
  ],
  operations: [
    { label: 'Overview', path: '/operations' },
    { label: 'Organizations', path: '/operations/organizations' },
  ],
}

/** The links at the left of a console's pages. Requests say how many wait. */
export async function consolePlaces(name: keyof typeof consoles, at = '', person?: Account) {
  const [start] = consoles[name]
  const waiting = name === 'liaison' && person ? await waitingFor(person) : 0
  return consoles[name]
    .filter(({ path }) => hasPage(path))
    .filter(({ isLiaisons }) => !isLiaisons || person?.has('liaison'))
    .map(({ label, path }) => ({
      label: path === '/liaison/requests' ? counted(label, waiting) : label,
      path,
      isHere: at === path || (path !== start.path && at.startsWith(`${path}/`)),
    }))
}
