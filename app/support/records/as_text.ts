import { dayInFull } from '#app/support/records/edition_words'
import type { ReadRecord } from '#app/support/records/reading'
import { sheetOf, type Row } from '#app/support/records/sheet'

const labelWidth = 30

/** A record in plain text: labels at the left, what is said at the right, for a terminal, a mail or a slow line. */
export function textOf({ program, organization, edition, entries, reviewedAt }: ReadRecord) {
  const title = `${program.name} Quick Reference`
  const parts = sheetOf(entries).map(({ heading, rows }) =>
    [heading, '-'.repeat(heading.length), ...rows.flatMap(linesOfRow)].join('\n')
  )
  const head = [title, '='.repeat(title.length), `${organization.name} (${organization.shortName})`]
  const on = reviewedAt ? dayInFull(reviewedAt) : 'not yet'
  const reviewed = `Reviewed on: ${on} (edition ${edition.number}, published ${dayInFull(edition.publishedAt!)})`
  return [head.join('\n'), ...parts, reviewed].join('\n\n') + '\n'
}

function linesOfRow({ label, lines }: Row) {
  const said = lines.flatMap(({ label: word, text }) =>
    text.split('\n').map((line, at) => (at === 0 && word ? `${word}: ${line}` : line))
  )
  const head = label.length < labelWidth - 1 ? [] : [label]
  const first = head.length ? '' : label
  return [
    ...head,
    ...(said.length ? said : ['']).map((line, at) =>
      `${(at === 0 ? first : '').padEnd(labelWidth)}${line}`.trimEnd()
    ),
  ].filter((line, at) => line || at === 0)
}
