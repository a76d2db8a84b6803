import Account from '#app/accounts/account'
import type AccessRequest from '#app/folders/requests/access_request'
import Organization from '#app/organizations/organization'

/** People of the asked organization who may well be the one who asks: nobody needs two accounts. */
export function similarTo({ organizationId, email, fullName }: AccessRequest) {
  return Account.query()
    .where({ organizationId })
    .where((same) =>
      same
        .whereRaw('lower(email) = ?', [email.toLowerCase()])
        .orWhereRaw('lower(full_name) = ?', [fullName.toLowerCase()])
    )
    .withScopes((scopes) => scopes.people())
    .limit(10)
}

/** "dol.ada", or what else of the name is free. */
export async function usernameFor({
  organizationId,
  fullName,
}: Pick<AccessRequest, 'organizationId' | 'fullName'>) {
  const { shortNameKey } = await Organization.findOrFail(organizationId)
  const words = fullName
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const [first = 'user'] = words
  const last = words.length > 1 ? `.${words.at(-1)}` : ''
  const whole = `${shortNameKey}.${first}${last}`.slice(0, 90)
  const names = [`${shortNameKey}.${first}`.slice(0, 90), whole]
  names.push(...Array.from({ length: 50 }, (_, at) => `${whole}${at + 2}`))
  const taken = await Account.query().whereIn('usernameKey', names).select('usernameKey')
  const known = new Set(taken.map(({ usernameKey }) => usernameKey))
  return names.find((name) => !known.has(name)) ?? whole
}
