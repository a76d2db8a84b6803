import type Account from '#app/accounts/account'
import { hasPage } from '#app/doors/http/views/navigation'
import {
  counted,
  helpWaitingAtDesk,
  helpWaitingFor,
  waitingFor,
} from '#app/doors/http/views/waiting'

interface Place {
  label: string
  path: string
  /** An organization administrator has no business there: a partner keeps people, not folders. */
  isLiaisons?: boolean
}

/** The places of a console, in the order in which they are shown; those without a page yet are left out. */
const consoles: Record<'liaison' | 'help_desk' | 'operations', Place[]> = {
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
    { label: 'Quick references', path: '/liaison/programs', isLiaisons: true },
    { label: 'Absences', path: '/liaison/absences', isLiaisons: true },
    { label: 'Holidays', path: '/liaison/holidays', isLiaisons: true },
    { label: 'Help requests', path: '/liaison/help-requests' },
    { label: 'Announcements', path: '/liaison/announcements', isLiaisons: true },
    { label: 'Published contact', path: '/liaison/contact', isLiaisons: true },
    { label: 'Directory', path: '/liaison/directory' },
  ],
  help_desk: [
    { label: 'Search', path: '/help-desk' },
    { label: 'Help requests', path: '/help-desk/help-requests' },
  ],
  operations: [
    { label: 'Overview', path: '/operations' },
    { label: 'Organizations', path: '/operations/organizations' },
    { label: 'Quick references', path: '/operations/quick-references' },
    { label: 'Announcements', path: '/operations/announcements' },
    { label: 'Holidays', path: '/operations/holidays' },
    { label: 'Policy', path: '/operations/policy' },
  ],
}

/** How many wait behind a place; only these are counted. */
const counts: Record<string, (person: Account) => Promise<number>> = {
  '/liaison/requests': waitingFor,
  '/liaison/help-requests': helpWaitingFor,
  '/help-desk/help-requests': helpWaitingAtDesk,
}

const waitingAt = (path: string, person?: Account) => (person ? counts[path]?.(person) : undefined)

/** The links at the left of a console's pages. Requests say how many wait. */
export async function consolePlaces(name: keyof typeof consoles, at = '', person?: Account) {
  const [start] = consoles[name]
  const open = consoles[name]
    .filter(({ path }) => hasPage(path))
    .filter(({ isLiaisons }) => !isLiaisons || person?.has('liaison'))
  const links = []
  for (const { label, path } of open) {
    links.push({
      label: counted(label, (await waitingAt(path, person)) ?? 0),
      path,
      isHere: at === path || (path !== start.path && at.startsWith(`${path}/`)),
    })
  }
  return links
}
