import type Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import { whyNotAsked } from '#app/accounts/directories/directory_sign_in'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import Throttle, { tooOften } from '#app/accounts/signing_in/throttle'
import type { Decision } from '#app/audit/decide'
import { now } from '#app/shared/clock'

type No = Extract<Decision, { allowed: false }>
type Hindrance = Promise<No | null>

const no = (details: Omit<No, 'allowed'>): No => ({ allowed: false, ...details })

/** Sign-in failed too often, on some device: even the right password is not looked at for a while. */
export async function lockOf({ id }: Account): Hindrance {
  const closedUntil = await Throttle.closedUntil(id, now())
  if (!closedUntil) return null
  return no({
    code: 'sign_in.locked',
    sentence: tooOften(closedUntil),
    mend: 'The help desk or the liaison can unlock the account at once.',
    by: 'help_desk',
  })
}

/** No password at all can be right at present. Whether the one that somebody types is, only a sign-in tells. */
export async function passwordlessness(account: Account): Hindrance {
  if (!account.isLocal) return directoryTrouble(account)
  if (account.passwordHash !== null) return null
  if (awaitsActivation(account)) {
    return no({
      code: 'sign_in.awaits_activation',
      sentence:
        'The account waits for its first password: the link in the activation mail leads to it.',
      mend: 'The help desk or the liaison can send that mail again.',
      by: 'help_desk',
    })
  }
  return no({
    code: 'sign_in.no_password',
    sentence: 'The password was reset, and no new one has been chosen yet.',
    mend: 'The mailed link leads to a new one; the help desk can mail another.',
    by: 'help_desk',
  })
}

async function directoryTrouble(account: Account): Hindrance {
  const reason = whyNotAsked(account, await Directory.of(account.organizationId))
  if (!reason) return null
  return no({
    code: 'sign_in.directory',
    sentence: `The password is kept by a directory, and nobody can sign in with it now: ${reason}.`,
    mend: 'The liaison of the organization looks after the directory.',
    by: 'liaison',
  })
}

/** Only who typed the right password hears it. */
export function overPassword(account: Account): No | null {
  if (!account.isPasswordOver(now())) return null
  return no({
    code: 'sign_in.first_password_over',
    sentence:
      'This first password was good for 72 hours, and they are over. Your SFT Liaison can make a new one.',
    mend: 'The help desk can mail a link to set a new one as well.',
    by: 'help_desk',
  })
}
