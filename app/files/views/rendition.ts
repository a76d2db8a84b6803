import { hex, hexBytes, hexDump } from '#app/files/views/hex'
import { json } from '#app/files/views/json'
import { lines } from '#app/files/views/lines'
import { markdown } from '#app/files/views/markdown'
import { escaped, sheet, type Shown } from '#app/files/views/markup'
import type { Nature } from '#app/files/views/nature'
import { table } from '#app/files/views/table'

/** View (HTML) and View (Text) of the service guide. */
export type Manner = 'html' | 'text'

/** How much of a text is shown. */
export const viewedBytes = 1024 ** 2
/** Larger pictures and PDFs are for downloading. */
const shownWholeBytes = 64 * 1024 ** 2

interface Sight {
  name: string
  nature: Nature
  head: Buffer
  sizeBytes: number
}

/** Whether the browser shows the file's own bytes. */
export const isShownWhole = ({ nature, sizeBytes }: Sight, manner: Manner) =>
  manner === 'html' &&
  (nature.kind === 'picture' || nature.kind === 'pdf') &&
  sizeBytes <= shownWholeBytes

/** What a person should know before they look: that they do not see everything, or not what it is. */
export function noticeOf(sight: Sight, manner: Manner) {
  if (isShownWhole(sight, manner)) return undefined
  const isOurs = manner === 'html' && sight.nature.kind !== 'page'
  return notice(sight, isOurs ? readable(sight).missing : undefined)
}

function notice({ nature, sizeBytes }: Sight, missing?: string) {
  if (sizeBytes === 0) return undefined
  if (!('text' in nature)) {
    return sizeBytes > hexBytes
      ? 'This file is not text. Its first 16 KiB are shown as numbers; download it to open it with its own program.'
      : 'This file is not text. It is shown as numbers; download it to open it with its own program.'
  }
  if (sizeBytes > viewedBytes) missing ??= 'Only the first 1 MiB of this file is shown.'
  return missing && `${missing} Download it to see all of it.`
}

/** View (Text): the words of the file and nothing else, but for a last line when something is missing. */
export function asText(sight: Sight) {
  const { nature, head } = sight
  const missing = notice(sight)
  const words = 'text' in nature ? nature.text : hexDump(head)
  return missing ? `${words}\n\n[${missing}]\n` : words
}

/** View (HTML): a page of the sender's as it is; for everything else, a page of ours that is good to read. */
export function asPage(sight: Sight): string {
  const { nature, name, sizeBytes } = sight
  if (nature.kind === 'page' && sizeBytes) return withoutHints(nature.text)
  const { markup, missing } = readable(sight)
  return sheet(name, markup, notice(sight, missing))
}

function readable({ name, nature, head, sizeBytes }: Sight): Shown {
  if (sizeBytes === 0) return { markup: '<p>This file is empty.</p>' }
  const isCut = sizeBytes > viewedBytes
  switch (nature.kind) {
    case 'drawing':
      return isCut ? lines(nature.text) : { markup: drawing(name, head) }
    case 'table':
      return table(nature.text, isCut)
    case 'json':
      return json(nature.text)
    case 'markdown':
      return markdown(nature.text)
    case 'lines':
      return lines(nature.text)
    default:
      return { markup: hex(head) }
  }
}

/** As a picture a drawing can neither run nor ask for anything, whatever is written in it. */
const drawing = (name: string, head: Buffer) =>
  `<img alt="${escaped(name)}" src="data:image/svg+xml;base64,${head.toString('base64')}">`

/**
 * A browser connects to where a frame points before it learns that the policy forbids the frame (seen in Chromium), and
 * may do so for `<link rel="preconnect">`. Under that policy neither element is of any use, so none stays one.
 */
const withoutHints = (page: string) => page.replace(/<(link|i?frame)(?=[\s/>])/gi, '<x-$1')
