import { DepartureItemSchema } from '#database/schema'

export const kinds = [
  'session',
  'own_subscription',
  'subscription_elsewhere',
  'home',
  'duty',
  'sponsored',
  'offer',
  'offer_for_person',
  'request',
  'granted',
] as const
export type Kind = (typeof kinds)[number]

/** One line of the record: what the person had, and what became of it. */
export default class DepartureItem extends DepartureItemSchema {
  declare kind: Kind
}

export interface Line {
  kind: Kind
  name: string
  outcome: string
  subjectId?: string
  organizationId?: string
  since?: number
}
