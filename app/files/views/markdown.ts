import { lines } from '#app/files/views/lines'
import type { Shown } from '#app/files/views/markup'
import MarkdownIt from 'markdown-it'

/** Longer documents are no longer read as Markdown: some of it costs the square of its length. */
const longest = 128 * 1024

/** No HTML of the author's own gets through; addresses are made to links only where the author made them. */
const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 20 })

export const markdown = (text: string): Shown =>
  text.length <= longest ? { markup: renderer.render(text) } : lines(text)
