import type AuditEntry from '#app/audit/audit_entry'
import { events, type Event } from '#app/audit/events'

/** An entry as a sentence: "Ada Adams (dol.ada) deleted report.csv". */
export function describe(entry: AuditEntry) {
  const template: string = events[entry.event as Event] ?? entry.event
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(named(entry, name) ?? '—'))
}

function named(entry: AuditEntry, name: string): unknown {
  if (name === 'actor') return entry.actorName
  if (name === 'subject') return entry.subjectName
  return entry.details[name]
}
