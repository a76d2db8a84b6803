import { placeInWords, type Place } from '#app/support/requests/places'

/** Who reads how a request stands. */
export type Reader = 'caller' | 'helper'

interface Standing {
  status: string
  liesWith: Place
  isAgency: boolean
}

/** Whose turn it is, or how it ended, in words. */
export function standingInWords({ status, liesWith, isAgency }: Standing, reader: Reader) {
  if (status === 'solved') return 'Solved'
  if (status === 'closed') return 'Closed: it works now'
  if (status === 'answered')
    return `Answered, waits for ${reader === 'caller' ? 'you' : 'the caller'}`
  return `Waits for ${placeInWords(liesWith, { isAgency })}`
}
