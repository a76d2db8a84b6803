import { escaped } from '#app/files/views/markup'

/** More lines than a browser shows with ease. */
const most = 20_000

/** Text with the numbers of its lines. */
export function lines(text: string) {
  const all = text.split(/\r\n|\r|\n/, most)
  if (all.at(-1) === '') all.pop()
  const width = String(all.length).length
  const numbered = all.map(
    (line, at) => `<i>${String(at + 1).padStart(width)}</i>  ${escaped(line)}`
  )
  return `<pre>${numbered.join('\n')}</pre>`
}
