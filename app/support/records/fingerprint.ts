import { sorted } from '#app/support/records/entry_check'
import type { Entry } from '#app/support/records/entry'
import { createHash } from 'node:crypto'

/** Tells whether an entry says the same as when somebody opened its form. */
export const fingerprintOf = ({ fields }: Entry) =>
  createHash('sha256')
    .update(JSON.stringify(sorted(fields)))
    .digest('hex')
