import type Account from '#app/accounts/account'
import type AccountSession from '#app/accounts/sessions/account_session'
import type Organization from '#app/organizations/organization'
import { allowed, rule } from '#app/audit/decide'

declare module '#app/audit/decide' {
  interface Actions {
    'password.change': Account
    'session.end': AccountSession
  }
}

rule('password.change', (actor, account) => {
  if (actor.id !== account.id) {
    return {
      allowed: false,
      code: 'account.unknown',
      sentence: 'There is no such account.',
      hidden: true,
    }
  }
  if (account.isLocal) return allowed
  return {
    allowed: false,
    code: 'account.directory',
    sentence: `Your password is kept by ${account.organization.name}: it is the one you sign in to Windows with.`,
    mend: `Change it where you change your Windows password.${helpOf(account.organization)}`,
  }
})

/** Who helps with a password that Waybill does not keep. */
const helpOf = ({ name, helpDeskName, helpDeskPhone }: Organization) =>
  helpDeskPhone ? ` ${helpDeskName ?? `The help desk of ${name}`} helps: ${helpDeskPhone}.` : ''

rule('session.end', (actor, session) =>
  session.accountId === actor.id
    ? allowed
    : {
        allowed: false,
        code: 'session.unknown',
        sentence: 'There is no such session.',
        hidden: true,
      }
)
