import { hex, hexBytes, hexDump } from '#app/files/views/hex'
import { json } from '#app/files/views/json'
import { lines } from '#app/files/views/lines'
import { markdown } from '#app/files/views/markdown'
import { escaped, sheet } from '#app/files/views/markup'
import type { Nature } from '#app/files/views/nature'
import { isTooLarge, table } from '#app/files/views/table'

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
  const { nature, sizeBytes } = sight
  if (isShownWhole(sight, manner) || sizeBytes === 0) return undefined
  if (!('text' in nature)) {
    return sizeBytes > hexBytes
      ? 'This file is not text. Its first 16 KiB are shown as numbers; download it to open it with its own program.'
      : 'This file is not text. It is shown as numbers; download it to open it with its own program.'
  }
  if (sizeBytes > viewedBytes) {
    return 'Only the first 1 MiB of this file is shown. Download it to see all of it.'
  }
  if (manner === 'html' && nature.kind === 'table' && isTooLarge(nature.text)) {
    return 'Only the first 2,000 rows of this file are shown. Download it to see all of it.'
  }
  return undefined
}

/** View (Text): the words of the file and nothing else, but for a last line when something is missing. */
export function asText(sight: Sight) {
  const { nature, head } = sight
  const notice = noticeOf(sight, 'text')
  const words = 'text' in nature ? nature.text : hexDump(head)
  return notice ? `${words}\n\n[${notice}]\n` : words
}

/** View (HTML): a page of the sender's as it is; for everything else, a page of ours that is good to read. */
export function asPage(sight: Sight): string {
  const { nature, name } = sight
  if (nature.kind === 'page') return withoutHints(nature.text)
  return sheet(name, readable(sight), noticeOf(sight, 'html'))
}

function readable({ name, nature, head, sizeBytes }: Sight) {
  switch (nature.kind) {
    case 'drawing':
      return drawing(name, head)
    case 'table':
      return table(nature.text, sizeBytes > viewedBytes)
    case 'json':
      return json(nature.text)
    case 'markdown':
      return markdown(nature.text)
    case 'lines':
      return sizeBytes === 0 ? '<p>This file is empty.</p>' : lines(nature.text)
    default:
      return hex(head)
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
