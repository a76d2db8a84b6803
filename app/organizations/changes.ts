import type { LucidRow } from '@adonisjs/lucid/types/model'

/** What the trail calls each column; what is not named here is kept for the machine alone. */
const words: Record<string, string> = {
  name: 'name',
  phone: 'phone',
  helpDeskName: 'help desk',
  helpDeskPhone: 'help desk phone',
  helpDeskHours: 'help desk hours',
  publishedPhone: 'published phone',
  publishedEmail: 'published e-mail',
  publishesLiaisons: 'liaisons are named',
}

/** "phone from 860-555-0100 to 860-555-0101": what a row is about to say differently, or '' if nothing. */
export function changesIn(row: LucidRow) {
  return Object.keys(row.$dirty)
    .filter((key) => key in words)
    .map((key) => `${words[key]} from ${said(row.$original[key])} to ${said(row.$dirty[key])}`)
    .join('; ')
}

function said(value: unknown) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null || value === undefined ? 'nothing' : `“${value}”`
}
