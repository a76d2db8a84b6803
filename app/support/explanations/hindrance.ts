import type { Decision, Mender } from '#app/audit/decide'
import type { Instant } from '#app/shared/clock'

/** What stands in somebody's way, as the help desk is told. */
export interface Hindrance {
  /** Of the decision itself: the same that the person meets. */
  code: string
  /** What lies behind a decision that tells the person nothing. */
  cause?: string
  sentence: string
  /** The instant that the sentence ends with. */
  at?: Instant | null
  mend?: string
  by: Mender
  /** What may be read to the caller, who must not learn more than the service itself would say. */
  aloud: string
  /** To whom the caller may be referred by name: where nothing may be told of a folder, its liaison is not named either. */
  refersTo: Mender
}

type No = Extract<Decision, { allowed: false }>

/** What is said to the person about themselves, where a decision speaks to whoever reads it. */
const said: Record<string, string> = {
  'sign_in.awaits_activation':
    'Your account waits for its first password. Open the link in the mail “Activate your account”; I can have that mail sent again.',
  'sign_in.no_password':
    'Your password was reset, and no new one is set yet. Open the link in the mail; I can have another one sent.',
  'sign_in.first_password_over':
    'Your first password was good for 72 hours, and they are over. I can have a link mailed to you to set a new one.',
  /** Why a directory fails is for those who look after it. */
  'sign_in.directory':
    'Your password is kept by the directory of your organization. It cannot be checked there at present.',
  'account.inactive': 'Your account is not active. Your liaison can reactivate it.',
  'password.must_change':
    'Your password must be changed first. Sign in with a browser: the page that opens asks for a new one.',
}

/** A decision that the person is told as it is. */
export const hindranceOf = ({ code, sentence, mend, by = 'liaison' }: No): Hindrance => ({
  ...{ code, sentence, mend, by },
  aloud: said[code] ?? [sentence, mend].filter(Boolean).join(' '),
  refersTo: by,
})
