import type { Line } from '#app/support/records/lines'
import edge from 'edge.js'

const { safe, escape } = edge.globals.html

/** A number as a telephone dials it, without what is pressed after the call is taken. */
const dialed = (text: string) => /^[+\d\s().-]+/.exec(text)?.[0].replace(/[^+\d]/g, '') ?? ''

const opened = ['http:', 'https:', 'sftp:', 'ftps:']

function addressOf({ type, text }: Pick<Line, 'type' | 'text'>) {
  if (type === 'phone' && dialed(text)) return `tel:${dialed(text)}`
  if (type === 'email') return `mailto:${encodeURIComponent(text)}`
  const isOpened = type === 'address' && opened.includes(URL.parse(text)?.protocol ?? '')
  return isOpened ? text : undefined
}

/** What a line of a quick reference says, to be pressed where there is something to open, to call or to write to. */
export function asLink(line: Pick<Line, 'type' | 'text'>) {
  const href = addressOf(line)
  const words = escape(line.text)
  return safe(href ? `<a href="${escape(href)}">${words}</a>` : words)
}
