import { events, type Event } from '#app/audit/events'

interface Told {
  event: string
  actorName: string
  subjectName: string | null
  details: Record<string, any>
}

/** An entry as a sentence: "Ada Adams (dol.ada) deleted report.csv". */
export function describe(entry: Told) {
  const template: string = events[entry.event as Event] ?? entry.event
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(named(entry, name) ?? '—'))
}

function named(entry: Told, name: string): unknown {
  if (name === 'actor') return entry.actorName
  if (name === 'subject') return entry.subjectName
  return entry.details[name]
}
