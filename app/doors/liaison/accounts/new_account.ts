import type Account from '#app/accounts/account'
import { sponsorNamed } from '#app/accounts/keeping/sponsorship'
import type { Problems } from '#app/accounts/passwords/new_password'
import { openAccount } from '#app/folders/account_opening'
import type { newAccountValidator } from '#app/doors/liaison/accounts/account_validator'
import type { Infer } from '@vinejs/vine/types'

type Typed = Infer<typeof newAccountValidator>

/** Opens the account that a form describes, in the organization of who sends it. */
export async function openAsTyped(by: Account, typed: Typed): ReturnType<typeof openAccount> {
  const { organization } = by
  const credentialSource = typed.credential_source ?? 'local'
  const sponsor = await sponsorTyped(by, typed.sponsor)
  if ('problems' in sponsor) return sponsor
  return openAccount(by, organization, {
    username: typed.username,
    fullName: typed.full_name,
    email: typed.email,
    phone: typed.phone ?? undefined,
    title: typed.title ?? undefined,
    credentialSource,
    mustChangePassword: Boolean(typed.must_change),
    endsAt: typed.ends_on ? Number(typed.ends_on) : undefined,
    ...sponsor,
    first: typed.first ?? 'mailed_link',
  })
}

/** Who answers for an outside person, as a form names one; nobody, if it is left empty. */
export async function sponsorTyped(
  { organizationId }: Account,
  username?: string | null
): Promise<{ sponsorId?: string } | { problems: Problems }> {
  if (!username) return {}
  const sponsor = await sponsorNamed(organizationId, username)
  if (sponsor) return { sponsorId: sponsor.id }
  const sentence = `Nobody of your organization who can be the sponsor is called “${username}”.`
  return { problems: { sponsor: [sentence] } }
}
