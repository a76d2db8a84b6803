import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { allowed, type Decision } from '#app/audit/decide'

type No = Extract<Decision, { allowed: false }>

/** For whom an organization's affairs are none of theirs. */
export const liaisonOnly = {
  allowed: false,
  code: 'liaison.only',
  sentence: 'Only an SFT Liaison, or an administrator of the organization, can do this.',
  mend: 'Help names the liaison of your organization.',
} as const satisfies No

/** What belongs to another organization does not exist for who keeps this one. */
export const notOurs = {
  allowed: false,
  code: 'organization.unknown',
  sentence: 'There is nothing of that kind in your organization.',
  hidden: true,
} as const satisfies No

export const operatorOnly = {
  allowed: false,
  code: 'operator.only',
  sentence: 'Only who runs the service can do this.',
} as const satisfies No

const speaks = (actor: Actor) =>
  (actor as Account).has('liaison') || (actor as Account).has('organization_administrator')

/** A liaison speaks for an agency, an organization administrator for a partner; each for their own alone. */
export function administers(actor: Actor, organizationId: string | null): Decision {
  if (!speaks(actor)) return liaisonOnly
  return actor.organizationId === organizationId ? allowed : notOurs
}

/** Folder trees are the liaisons' alone: a partner's files travel in the agencies' folders. */
export function keepsFolders(actor: Actor, organizationId: string | null): Decision {
  if (!(actor as Account).has('liaison')) return liaisonOnly
  return actor.organizationId === organizationId ? allowed : notOurs
}

export const helpDeskOnly = {
  allowed: false,
  code: 'help_desk.only',
  sentence: 'Only the help desk can do this.',
} as const satisfies No

/** Whoever answers callers of every organization: the help desk, and who runs the service. */
export const answersCallers = (actor: Actor): Decision =>
  (actor as Account).has('help_desk') || (actor as Account).has('operator') ? allowed : helpDeskOnly

export const operates = (actor: Actor): Decision =>
  (actor as Account).has('operator') ? allowed : operatorOnly
