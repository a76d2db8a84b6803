import { theService, type Actor, type Subject } from '#app/audit/actor'
import { recordRefusal } from '#app/audit/record'
import { Refusal } from '#app/audit/refusal'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Who can mend it, seen from who was refused: `liaison` speaks for the own organization, `folder_liaison` for the folder's. */
export type Mender = 'self' | 'liaison' | 'folder_liaison' | 'sender' | 'help_desk' | 'operator'

/** The answer to "may she?", always with its reason. */
export type Decision =
  | { allowed: true }
  | {
      allowed: false
      /** Declared, stable, for logs and for the help desk: "folder.viewer_only". */
      code: string
      /** What a person is told. */
      sentence: string
      /** Who can mend it, and how. */
      mend?: string
      by?: Mender
      /** The refused must not learn that the object exists: the answer is the same 404. */
      hidden?: boolean
    }

export const allowed: Decision = { allowed: true }

/** Each room adds its actions, with the type of what each is done to. */
export interface Actions {}
export type Action = keyof Actions & string

type Rule<A extends Action> = (
  actor: Actor,
  object: Actions[A],
  trx?: Trx
) => Decision | Promise<Decision>
type Gate = (actor: Actor, action: Action, trx?: Trx) => Decision | Promise<Decision>

const rules = new Map<Action, Rule<any>>()
let gate: Gate | undefined

/** Declares who may do something. An action has one rule; a second one is a mistake of ours. */
export function rule<A extends Action>(action: A, ask: Rule<A>) {
  if (rules.has(action)) throw new Error(`The action "${action}" has a rule already`)
  rules.set(action, ask)
}

/** Declares what is asked before any rule: may this actor use the service at all? */
export function gatekeeper(ask: Gate) {
  gate = ask
}

export const declaredActions = () => [...rules.keys()]

/**
 * The one decision, for every way in. First the rule of getting in, then the action's own rule;
 * what nobody declared is refused. The service's own jobs act for nobody, so nobody is asked.
 */
export async function decide<A extends Action>(
  actor: Actor,
  action: A,
  object: Actions[A],
  trx?: Trx
): Promise<Decision> {
  const ask = rules.get(action)
  if (!gate || !ask) throw new Error(`Nobody declared who may "${action}"`)
  if (actor === theService) return allowed

  const admission = await gate(actor, action, trx)
  return admission.allowed ? ask(actor, object, trx) : admission
}

/** Asks, and goes on only if the answer is yes. A refusal enters the trail and is thrown. */
export async function permit<A extends Action>(
  actor: Actor,
  action: A,
  object: Actions[A],
  trx?: Trx
) {
  const decision = await decide(actor, action, object, trx)
  if (decision.allowed) return

  const subject = isSubject(object) ? object : undefined
  const details = { action, reason: decision.sentence, code: decision.code }
  const write = () =>
    inTransaction((own) => recordRefusal('action.refused', { actor, subject, details }, own))

  if (!trx) await write()
  throw new Refusal(decision, trx && write)
}

/** The same for several objects: the rule of getting in is asked once, each object's own rule for each. */
export async function permitEach<A extends Action>(actor: Actor, action: A, objects: Actions[A][]) {
  const [first, ...others] = objects
  if (first === undefined || actor === theService) return
  await permit(actor, action, first)
  const ask = rules.get(action)!
  for (const object of others) {
    const decision = await ask(actor, object)
    /** Asked again in full, so that a refusal is recorded and thrown in one place. */
    if (!decision.allowed) await permit(actor, action, object)
  }
}

function isSubject(object: unknown): object is Subject {
  return typeof object === 'object' && object !== null && 'subjectType' in object
}
