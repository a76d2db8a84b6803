import Account from '#app/accounts/account'
import { administers, operates } from '#app/accounts/administration'
import { isLastLiaison } from '#app/accounts/liaisons/last_liaison'
import { activeOperators } from '#app/accounts/liaisons/operators'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'

declare module '#app/audit/decide' {
  interface Actions {
    'organization.enrol': null
    'organization.edit': Organization
    'organization.suspend': Organization
    'organization.reinstate': Organization
    'organization.publish': Organization
    'liaison.open': Organization
    'administrator.open': Organization
    'liaison.appoint': Account
    'liaison.dismiss': Account
  }
}

const no = (code: string, sentence: string, mend?: string): Decision => ({
  allowed: false,
  code,
  sentence,
  mend,
})

rule('organization.enrol', (actor) => operates(actor))
rule('organization.edit', (actor) => operates(actor))
rule('organization.reinstate', (actor) => operates(actor))

/** Nobody could reinstate it, for those who may would be out as well. */
rule('organization.suspend', async (actor, organization, trx) => {
  const may = operates(actor)
  if (!may.allowed) return may
  const keeper = await activeOperators(trx).where('organizationId', organization.id).first()
  if (!keeper) return allowed
  return no(
    'organization.operates',
    `${organization.name} runs the service: its people could not reinstate it any more.`
  )
})

rule('organization.publish', (actor, organization) => {
  const may = operates(actor).allowed ? allowed : administers(actor, organization.id)
  return may.allowed && !organization.isAgency ? notListed : may
})

rule('liaison.open', (actor, organization) => {
  const may = operates(actor)
  return may.allowed && !organization.isAgency ? agenciesOnly : may
})

rule('administrator.open', (actor, organization) => {
  const may = operates(actor)
  return may.allowed && organization.isAgency ? partnersOnly : may
})

rule('liaison.appoint', async (actor, account, trx) => {
  const may = mayChangeRolesOf(actor, account)
  if (!may.allowed) return may
  const known = Account.query({ client: trx }).where('id', account.id).preload('organization')
  const person = await known.firstOrFail()
  if (!person.isActive(now())) return inactive
  return person.organization.isAgency ? allowed : agenciesOnly
})

rule('liaison.dismiss', async (actor, account, trx) => {
  const may = mayChangeRolesOf(actor, account)
  return may.allowed && (await isLastLiaison(account, trx)) ? lastLiaison : may
})

/** Security rule 4: nobody edits their own roles. */
function mayChangeRolesOf(actor: Parameters<typeof operates>[0], account: Account) {
  const may = operates(actor)
  return may.allowed && actor.id === account.id ? ownRoles : may
}

const lastLiaison = no(
  'liaison.last',
  'Without this person the agency would have no SFT Liaison.',
  'Appoint another liaison first.'
)
const notListed = no(
  'organization.not_listed',
  'Only agencies stand under “Find your SFT Liaison”.'
)
const ownRoles = no(
  'account.own_roles',
  'Nobody changes their own roles.',
  'Another operator can do it.'
)
const inactive = no('liaison.inactive', 'Only somebody with an active account can be a liaison.')
const partnersOnly = no(
  'administrator.partners_only',
  'Only partners have organization administrators; an agency has SFT Liaisons.'
)
const agenciesOnly = no(
  'liaison.agencies_only',
  'Only agencies have SFT Liaisons; a partner has organization administrators.'
)
