import type Account from '#app/accounts/account'
import type { Role } from '#app/accounts/account_role'
import { missingFor } from '#app/accounts/admission'
import { counted, waitingFor } from '#app/doors/http/views/waiting'
import router from '@adonisjs/core/services/router'

interface Destination {
  label: string
  path: string
  /** Left out for what everybody has. */
  roles?: Role[]
  /** Open before the rule of getting in is met. */
  always?: boolean
}

/** Where a person can go from every page, in the order in which it is shown (product.md, "Screens"). */
const destinations: Destination[] = [
  { label: 'Home', path: '/home' },
  { label: 'Folders', path: '/folders' },
  { label: 'Deleted files', path: '/deleted' },
  { label: 'Liaison', path: '/liaison', roles: ['liaison'] },
  { label: 'Administration', path: '/liaison', roles: ['organization_administrator'] },
  { label: 'Help desk', path: '/help-desk', roles: ['help_desk', 'operator'] },
  { label: 'Operations', path: '/operations', roles: ['operator'] },
  { label: 'Quick references', path: '/quick-references' },
  { label: 'Profile', path: '/profile' },
  { label: 'Help', path: '/help', always: true },
]

const roleNames: Record<Role, string> = {
  operator: 'Operator',
  help_desk: 'Help desk',
  liaison: 'SFT Liaison',
  organization_administrator: 'Organization administrator',
}

let pages: Set<string> | undefined

/** Whether there is a page at an address; asked first when all routes are known. */
export function hasPage(path: string) {
  pages ??= new Set(
    Object.values(router.toJSON())
      .flat()
      .map(({ pattern }) => pattern)
  )
  return pages.has(path)
}

/** The links of one person: by role, and only to pages that would open now. */
export async function navigation(person: Account | undefined, at = '', isAdmitted?: boolean) {
  if (!person) return []
  const admitted = isAdmitted ?? (await missingFor(person)) === null
  const open = destinations
    .filter(({ path, always }) => hasPage(path) && (admitted || always))
    .filter(({ roles }) => !roles || roles.some((role) => person.has(role)))
  const speaks = open.some(({ path }) => path === '/liaison')
  const waiting = speaks ? await waitingFor(person) : 0
  return open.map(({ label, path }) => ({
    label: path === '/liaison' ? counted(label, waiting) : label,
    path,
    isHere: at === path || at.startsWith(`${path}/`),
  }))
}

export const rolesInWords = (person: Account) =>
  person.grants.map(({ role }) => roleNames[role]).join(', ')
