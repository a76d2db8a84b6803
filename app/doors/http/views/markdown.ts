import edge from 'edge.js'
import MarkdownIt from 'markdown-it'

/** No markup of its own gets through, no pictures are fetched. */
const parser = new MarkdownIt({ html: false, linkify: false }).disable('image')

/** A text that a person wrote with headings and lists, as part of a page. */
export const markdown = (text: string) => edge.globals.html.safe(parser.render(text))
