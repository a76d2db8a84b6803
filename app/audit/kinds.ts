import { events, type Event } from '#app/audit/events'

/** Events in groups as a person would look for them, by what stands before the dot of their names. */
const groups = {
  sign_ins: {
    label: 'Sign-ins and passwords',
    of: ['sign_in', 'sign_out', 'session', 'password', 'password_reset', 'first_password'],
  },
  accounts: {
    label: 'Accounts',
    of: ['account', 'operator', 'liaison', 'administrator', 'import', 'departure'],
  },
  folders: { label: 'Folders', of: ['folder', 'folder_template'] },
  access: {
    label: 'Access',
    of: ['subscription', 'offer', 'consent', 'access_request', 'access_review'],
  },
  organization: {
    label: 'Organization',
    of: ['organization', 'directory', 'terms', 'application', 'policy'],
  },
  support: {
    label: 'Quick references and help',
    of: ['program', 'quick_reference', 'help_request', 'announcement', 'absence', 'holiday'],
  },
  files: { label: 'Files', of: ['file', 'upload', 'receipt'] },
} as const

type Group = keyof typeof groups

/** A group, what fits none of them, or whatever was refused. */
export type Kind = Group | 'other' | 'refused'

export const kinds: { value: Kind; label: string }[] = [
  ...Object.entries(groups).map(([value, { label }]) => ({ value: value as Group, label })),
  { value: 'other', label: 'Everything else' },
  { value: 'refused', label: 'What was refused' },
]

const groupOf = (event: string): Kind => {
  const found = Object.entries(groups).find(([, { of }]) =>
    (of as readonly string[]).includes(event.split('.')[0])
  )
  return (found?.[0] as Group) ?? 'other'
}

/** No event is of no kind: a new one is at least among everything else. */
export const eventsOf = (kind: Exclude<Kind, 'refused'>) =>
  (Object.keys(events) as Event[]).filter((event) => groupOf(event) === kind)
