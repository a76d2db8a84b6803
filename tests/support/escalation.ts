import type { Holidays } from '#app/support/escalation/opening'
import { readHours } from '#app/support/escalation/hours_reading'
import type { Question } from '#app/support/escalation/whom_to_call'
import type { Audience } from '#app/support/audience'
import type { Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'
import { DateTime } from 'luxon'

/** An entry that says this, for everybody unless another audience is said. */
export const entry = (
  id: string,
  kind: EntryKind,
  fields: Partial<Record<FieldName, string>>,
  audiences: Partial<Record<FieldName, Audience>> = {}
): Entry => ({
  id,
  kind,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, audience: audiences[name as FieldName] ?? 'public' },
    ])
  ),
})

/** The people of SRR and the order in which they are called. */
export const srr: Entry[] = [
  entry('desk', 'desk', {
    name: 'DOL Service Desk',
    phone: '860-263-6000',
    option: '2',
    hours: 'Mon–Fri 8:00–17:00',
  }),
  entry('lena', 'administrator', { name: 'Lena Long', phone: '860-263-6281' }),
  entry('ada', 'owner', { name: 'Ada Adams', phone: '860-263-6282' }),
  entry('nia', 'contact', { name: 'Nia Novak', phone: '860-263-6290' }),
  entry('phoenix', 'desk', {
    name: 'Phoenix Desk',
    phone: '602-555-0100',
    hours: 'Mon–Sat 6:00–18:00',
    timeZone: 'America/Phoenix',
  }),
  entry('one', 'level', { severity: 'question', primary: 'desk', waitMinutes: '15' }),
  entry('two', 'level', {
    severity: 'problem',
    primary: 'lena',
    alternate: 'ada',
    hours: 'Mon–Fri 7:00–19:00; Sat 9:00–13:00',
    waitMinutes: '30',
  }),
  entry('three', 'level', { severity: 'problem', primary: 'phoenix', waitMinutes: '20' }),
  entry('four', 'level', {
    severity: 'incident',
    primary: 'nia',
    alternate: 'ada',
    hours: 'Mon–Fri 17:00–8:00; Sat–Sun 0:00–24:00; holidays 0:00–24:00',
    waitMinutes: '10',
  }),
]

export const zone = 'America/New_York'

/** An instant that is written as the clocks of the service show it: "2026-11-29 22:10". */
export const atClock = (written: string) =>
  DateTime.fromISO(written.replace(' ', 'T'), { zone }).toMillis()

/** What the whole service observes, and the day after Thanksgiving, which is DOL's own. */
export const holidays: Holidays = new Map([
  ['2026-07-03', 'Independence Day (observed)'],
  ['2026-11-26', 'Thanksgiving Day'],
  ['2026-11-27', 'Day after Thanksgiving'],
  ['2026-12-25', 'Christmas Day'],
])

export const question = (more: Partial<Question> & Pick<Question, 'at'>): Question => ({
  entries: srr,
  absences: [],
  holidays,
  severity: 'problem',
  zone,
  agencyDesk: {
    name: 'DOL help line',
    phone: '860-263-6999',
    hours: 'Monday to Friday, 7:00 am to 6:00 pm',
  },
  centralDesk: { name: 'Waybill help desk', phone: '860-622-2300, option 9' },
  tellsUntilWhen: true,
  ...more,
})

/** Hours that are right. */
export function hoursOf(text: string) {
  const read = readHours(text)
  if ('problem' in read) throw new Error(read.problem)
  return read.hours
}
