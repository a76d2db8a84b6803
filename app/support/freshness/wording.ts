import type { Entry } from '#app/support/records/entry'
import { createHash } from 'node:crypto'

/** Tells whether an entry says the same as when somebody looked at it, to whomever it is shown. */
export const wordingOf = ({ kind, fields }: Entry) =>
  createHash('sha256')
    .update(JSON.stringify([kind, ...valuesOf(fields)]))
    .digest('hex')

const valuesOf = (fields: Entry['fields']) =>
  Object.entries(fields)
    .map(([name, { value }]) => [name, value])
    .sort(([one], [other]) => (one < other ? -1 : 1))
