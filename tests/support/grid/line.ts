import type { Role } from '#app/accounts/account_role'
import type { Actions } from '#app/audit/decide'
import type { theCast } from '#tests/support/cast'

export type Cast = Awaited<ReturnType<typeof theCast>>

/** `yes`, or the code of the reason why not. */
export interface Answers {
  ada: string
  lena: string
  otto: string
  olga: string
}

/** One action, done to something of Ada's or of DOL's, with the answer for each of the cast. */
export interface Line<A extends keyof Actions = any> {
  object: (cast: Cast) => Actions[A] | Promise<Actions[A]>
  answers: Answers
  /** What a role alone makes of Otto's answer for somebody else of DOL. */
  byRole?: Partial<Record<Role, string>>
}

/** The lines of one room, each for a declared action. */
export type Lines = { [A in keyof Actions]?: Line<A> }
