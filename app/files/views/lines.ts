import { escaped, onlyTheFirst, type Shown } from '#app/files/views/markup'

/** More lines than a browser shows with ease. */
const most = 20_000

/** Text with the numbers of its lines. */
export function lines(text: string): Shown {
  const all = text.split(/\r\n|\r|\n/, most + 2)
  if (all.at(-1) === '') all.pop()
  const shown = all.slice(0, most)
  const width = String(shown.length).length
  const numbered = shown.map(
    (line, at) => `<i>${String(at + 1).padStart(width)}</i>  ${escaped(line)}`
  )
  const missing = all.length > most ? onlyTheFirst('20,000 lines') : undefined
  return { markup: `<pre>${numbered.join('\n')}</pre>`, missing }
}
