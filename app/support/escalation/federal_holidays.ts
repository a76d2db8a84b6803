export interface Day {
  /** "2026-12-25". */
  day: string
  name: string
}

/** Fixed days, by month and day. On a Saturday they are observed the Friday before, on a Sunday the Monday after. */
const fixed = [
  [1, 1, 'New Year’s Day'],
  [6, 19, 'Juneteenth National Independence Day'],
  [7, 4, 'Independence Day'],
  [11, 11, 'Veterans Day'],
  [12, 25, 'Christmas Day'],
] as const

/** Movable days, by month, day of the week (Monday is 1) and which of them in the month; -1 is the last. */
const movable = [
  [1, 1, 3, 'Birthday of Martin Luther King, Jr.'],
  [2, 1, 3, 'Washington’s Birthday'],
  [5, 1, -1, 'Memorial Day'],
  [9, 1, 1, 'Labor Day'],
  [10, 1, 2, 'Columbus Day'],
  [11, 4, 4, 'Thanksgiving Day'],
] as const

/**
 * The holidays of the U.S. federal government on which offices are closed in a year (5 U.S.C. 6103): the days on which they
 * are observed. New Year's Day of the next year is observed in this one if it is a Saturday.
 */
export function federalHolidays(year: number): Day[] {
  const days = [
    ...fixed.flatMap(([month, day, name]) =>
      [year, year + 1].map((of) => observed(of, month, day, name))
    ),
    ...movable.map(([month, weekday, which, name]) => ({
      day: nth(year, month, weekday, which),
      name,
    })),
  ]
  return days
    .filter(({ day }) => day.startsWith(`${year}-`))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

function observed(year: number, month: number, day: number, name: string): Day {
  const date = new Date(Date.UTC(year, month - 1, day))
  const shift = { 6: -1, 0: 1 }[date.getUTCDay()] ?? 0
  return shift
    ? { day: written(Date.UTC(year, month - 1, day + shift)), name: `${name} (observed)` }
    : { day: written(date.getTime()), name }
}

function nth(year: number, month: number, weekday: number, which: number) {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const day = 1 + ((weekday - first + 7) % 7) + 7 * ((which > 0 ? which : 5) - 1)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return written(Date.UTC(year, month - 1, day > length ? day - 7 : day))
}

const written = (at: number) => new Date(at).toISOString().slice(0, 10)
