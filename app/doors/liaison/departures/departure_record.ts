import type Departure from '#app/folders/departures/departure'
import { kinds, type Kind } from '#app/folders/departures/departure_item'
import { hour, minute } from '#app/shared/clock'

const headings: Record<Kind, string> = {
  session: 'Sessions',
  own_subscription: 'Folders of the organization',
  subscription_elsewhere: 'Folders of other organizations',
  home: 'Home folder',
  duty: 'Duties',
  sponsored: 'Outside people',
  offer: 'Offers to others',
  offer_for_person: 'Offers from others',
  request: 'Requests',
  granted: 'Granted to others',
}

/** The record of a departure as its page shows it: what there was, kind by kind, and the 24-hour rule. */
export function recordOf(departure: Departure) {
  const sections = kinds
    .map((kind) => ({
      heading: headings[kind],
      items: departure.items.filter((item) => item.kind === kind),
    }))
    .filter(({ items }) => items.length)
  return { departure, sections, took: inWords(departure.tookMs) }
}

function inWords(tookMs: number | null) {
  if (tookMs === null) return ''
  if (tookMs < minute) return 'at once'
  const hours = Math.floor(tookMs / hour)
  const minutes = Math.floor((tookMs % hour) / minute)
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} later`
}
