import type Account from '#app/accounts/account'
import { sponsorNamed } from '#app/accounts/keeping/sponsorship'
import { openAccount } from '#app/folders/account_opening'
import type { newAccountValidator } from '#app/doors/liaison/accounts/account_validator'
import type { Infer } from '@vinejs/vine/types'

type Typed = Infer<typeof newAccountValidator>

/** Opens the account that a form describes, in the organization of who sends it. */
export async function openAsTyped(by: Account, typed: Typed): ReturnType<typeof openAccount> {
  const { organization } = by
  const credentialSource = typed.credential_source ?? 'local'
  const sponsor = typed.sponsor ? await sponsorNamed(organization.id, typed.sponsor) : null
  if (typed.sponsor && !sponsor) {
    const sentence = `Nobody of your organization who can be the sponsor is called “${typed.sponsor}”.`
    return { problems: { sponsor: [sentence] } }
  }
  return openAccount(by, organization, {
    username: typed.username,
    fullName: typed.full_name,
    email: typed.email,
    phone: typed.phone ?? undefined,
    title: typed.title ?? undefined,
    credentialSource,
    mustChangePassword: Boolean(typed.must_change),
    endsAt: typed.ends_on ? Number(typed.ends_on) : undefined,
    sponsorId: sponsor?.id,
    first: typed.first ?? 'mailed_link',
  })
}
