/** Whoever does something: a person with an account, or the service itself. */
export interface Actor {
  /** Null for the service and for a visitor. */
  id: string | null
  organizationId: string | null
  /** As the trail shows it: "Ada Adams (dol.ada)". */
  actorName: string
  /** Where the request came from, for as long as it lasts. */
  origin?: Origin
}

export interface Origin {
  /** IP address. */
  address: string
  requestId: string
}

/** What is acted on, as the trail names it. */
export interface Subject {
  subjectType: string
  id: string
  subjectName: string
  organizationId: string | null
  /** Where it lies: the trail is asked for a folder with what is in it. */
  folderId?: string
}

/** A job of the schedule, or Waybill itself at start. */
export const theService: Actor = { id: null, organizationId: null, actorName: 'Waybill' }

/** Whoever commands the machine itself, by the name that its operating system gives. */
export const atTheTerminal = (user: string): Actor => ({
  id: null,
  organizationId: null,
  actorName: `Terminal (${user})`,
})

/** Somebody who has not signed in. */
export const aVisitor = (origin?: Origin): Actor => ({
  id: null,
  organizationId: null,
  actorName: 'Visitor',
  origin,
})
