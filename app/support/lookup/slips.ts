import db from '@adonisjs/lucid/services/db'

/** A word that somebody may have meant, and how many slips of the hand lie between. */
export interface Correction {
  word: string
  slips: number
}

/** As long as the words that the database keeps with a letter left out (migration 0210). */
const fallible = /^\D{3,24}$/u
/** From so many letters on, two slips are forgiven. */
const long = 7
const most = 24
/** In so few letters nobody errs in the first one; nearly all words of three letters would be alike. */
const short = 3

/**
 * The words like this one that stand somewhere: with a letter too many, too few, another one, or two of them exchanged. Both are looked
 * at with a letter left out, so that no word need be compared that is nothing like it.
 */
export async function correctionsOf(word: string): Promise<Correction[]> {
  if (!fallible.test(word)) return []
  const forgiven = word.length >= long ? 2 : 1
  const rows: { word: string }[] = await db
    .from('lookup_slips')
    .whereIn('slip', [...withoutLetters(word, forgiven)])
    .distinct('word')
  return rows
    .map((row) => ({ word: row.word, slips: slipsBetween(word, row.word) }))
    .filter(({ slips }) => slips > 0 && slips <= forgiven)
    .filter((one) => word.length > short || one.word[0] === word[0])
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, most)
}

/** The word itself, and what is left of it without up to so many letters. */
function withoutLetters(word: string, count: number): Set<string> {
  const left = new Set([word])
  if (count === 0) return left
  const letters = [...word]
  for (let at = 0; at < letters.length; at++) {
    for (const one of withoutLetters(letters.toSpliced(at, 1).join(''), count - 1)) left.add(one)
  }
  return left
}

/** Letters to put in, leave out, replace or exchange with their neighbour until one word is the other. */
export function slipsBetween(one: string, other: string) {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isExchanged) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    before = last
    last = row
  }
  return last[b.length]
}
