import type { EntryRow } from '#app/support/lookup/candidates'
import { kinds } from '#app/support/lookup/entries'
import type { Correction } from '#app/support/lookup/slips'
import type { Wish } from '#app/support/lookup/wish'

/** The words that were perhaps meant, by the word that was typed. */
export type Corrections = Map<string, Correction[]>

export interface Ranked {
  row: EntryRow
  /** Nothing of that spelling: a word like it. */
  isGuess: boolean
}

/** How well a word fits: it stands there whole, begins one, stands within one, or is like one. */
const [whole, begins, within, alike] = [0, 1, 2, 3]

/** The best first: what alone is called so, then by how well the worst word fits, then the kinds in their order, by name. */
export function ranked(rows: EntryRow[], wishes: Wish[], corrections: Corrections): Ranked[] {
  const scored = rows.map((row) => ({ row, score: scoreOf(row, wishes, corrections) }))
  scored.sort((a, b) => compare(a.score, b.score))
  return scored.map(({ row, score }) => ({ row, isGuess: Number(score[1]) >= alike }))
}

type Score = (number | string)[]

function scoreOf(row: EntryRow, wishes: Wish[], corrections: Corrections): Score {
  const scores = wishes.map((wish) => {
    const fits = wish.words.map((word) => fitOf(word, row, corrections))
    const sum = fits.reduce((before, fit) => before + fit, 0)
    return [isCalled(wish.whole, row), Math.max(...fits), beginsAs(wish, row), sum]
  })
  const [best] = scores.sort(compare)
  return [...best, kinds.indexOf(row.kind), row.title, row.subject_id]
}

/** No comes after yes. */
const isCalled = (name: string, { keys }: EntryRow) => (keys.includes(`|${name}|`) ? 0 : 1)
/** One word alone begins too much: every path of an agency begins with its short name. */
const beginsAs = (wish: Wish, { keys }: EntryRow) =>
  wish.words.length > 1 && keys.includes(`|${wish.whole}`) ? 0 : 1

function fitOf(word: string, { words }: EntryRow, corrections: Corrections) {
  if (words.includes(` ${word} `)) return whole
  if (words.includes(` ${word}`)) return begins
  if (words.includes(word)) return within
  const meant = corrections.get(word)?.find((one) => words.includes(` ${one.word} `))
  return meant ? alike + meant.slips : 100
}

function compare(a: Score, b: Score) {
  const at = a.findIndex((value, place) => value !== b[place])
  if (at < 0) return 0
  return a[at] < b[at] ? -1 : 1
}
