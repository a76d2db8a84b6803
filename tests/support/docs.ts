import app from '@adonisjs/core/services/app'
import { readFile } from 'node:fs/promises'

export const page = (path: string) => readFile(app.makePath('docs', path), 'utf8')

/** The commands of a page that stand in a block of this name: what a test runs is what people copy. */
export async function commandsOf(path: string, name: string) {
  const block = new RegExp(`^\`\`\`sh ${name}\\n(.*?)^\`\`\``, 'ms').exec(await page(path))
  if (!block) throw new Error(`docs/${path} has no block "${name}"`)
  return block[1]
}
