import type { Problems } from '#app/accounts/passwords/new_password'

/** Thrown through a transaction, so that nothing of a form is kept of which something must be mended. */
export class Unfit extends Error {
  constructor(readonly problems: Problems) {
    super('The form must be mended')
  }
}
