import { Wake } from '#app/shared/wake'

/** Called when something new is in the outbox: a mail need not wait for the next minute. */
export const outbox = new Wake('outbox')
