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
}

type No = Extract<Decision, { allowed: false }>

/** Why a directory fails is for those who look after it. */
const said: Record<string, string> = {
  'sign_in.directory':
    'Your password is kept by the directory of your organization. It cannot be checked there at present.',
}

/** A decision that the person is told as it is. */
export const hindranceOf = ({ code, sentence, mend, by }: No): Hindrance => ({
  ...{ code, sentence, mend },
  by: by ?? 'liaison',
  aloud: said[code] ?? [sentence, mend].filter(Boolean).join(' '),
})
