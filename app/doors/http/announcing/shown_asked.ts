import { wallTime } from '#app/doors/http/forms/wall_time'
import { day, minute } from '#app/shared/clock'

/** "What did the page say on Monday?": a day, or one minute of it, as an address asks for it. */
export function shownAsked({ shown_on: on, shown_at: at }: Record<string, unknown>) {
  if (typeof on !== 'string' || !on) return {}
  const hour = typeof at === 'string' && at ? at : undefined
  const begin = wallTime(on, hour ?? '00:00')
  if ('wrong' in begin) return { on, at: hour, sentence: begin.sentence }
  const from = begin.at
  return { on, at: hour, span: { from, until: hour ? from + minute - 1 : endOfDay(on, from) } }
}

/** A day has 23, 24 or 25 hours. */
function endOfDay(on: string, from: number) {
  const last = wallTime(on, '23:59')
  return ('at' in last ? last.at + minute : from + day) - 1
}
