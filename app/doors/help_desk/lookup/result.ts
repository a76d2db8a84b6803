import { hasPage } from '#app/doors/http/views/navigation'
import type { Kind } from '#app/support/lookup/entries'
import type { Hit } from '#app/support/lookup/hit'

/** What each kind is called on the screen. */
const labels: Record<Kind, string> = {
  organization: 'Organization',
  program: 'Program',
  person: 'Person',
  contact: 'Contact',
  desk: 'Desk',
  environment: 'Environment',
  folder: 'Folder',
  resource: 'Resource',
}

/** The page of each kind, once there is one; whatever a quick reference says stands on the page of its program. */
const pages: Partial<Record<Kind, string>> = {
  organization: '/help-desk/organizations/:id',
  person: '/help-desk/accounts/:id',
  folder: '/help-desk/folders/:id',
}
const quickReference = '/quick-references/:id'

/** One thing that was found, as the list shows it. */
export const resultOf = (hit: Hit) => ({
  title: hit.title,
  detail: hit.detail,
  kind: labels[hit.kind],
  state: hit.state,
  organizationName: hit.organizationName,
  address: addressOf(hit),
  calls: hit.kind === 'program' && !hit.state ? `/who-to-call?program=${hit.subjectId}` : null,
})

/** Nobody is shown a quick reference while its agency is suspended. */
function addressOf({ kind, subjectId, programId, place, state }: Hit) {
  const page = pages[kind] ?? quickReference
  const id = pages[kind] ? subjectId : programId
  if (!id || !hasPage(page) || (state && !pages[kind])) return null
  return `${page.replace(':id', id)}${place ? `#${place}` : ''}`
}
