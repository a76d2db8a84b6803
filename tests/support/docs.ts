import app from '@adonisjs/core/services/app'
import { readFile } from 'node:fs/promises'

export const page = (path: string) => readFile(app.makePath('docs', path), 'utf8')

/** What stands in a block of a page that has this name: what a test uses is what people copy. */
export async function blockOf(path: string, name: string) {
  const block = new RegExp(`^ *\`\`\`\\w+ ${name}\\n(.*?)^ *\`\`\``, 'ms').exec(await page(path))
  if (!block) throw new Error(`docs/${path} has no block "${name}"`)
  return block[1]
}

/** What a pattern's first group matches, sorted. */
export const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name).sort()

/** The headings of a page, as links speak of them. */
export const anchorsIn = (text: string) =>
  namesIn(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-')
  )
