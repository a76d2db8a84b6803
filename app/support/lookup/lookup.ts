import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { codeStartFrom } from '#app/files/file_code'
import {
  crowd,
  entriesNamed,
  entriesWith,
  type AnyOf,
  type EntryRow,
} from '#app/support/lookup/candidates'
import { hitsOf, type Hit } from '#app/support/lookup/hit'
import { ranked, type Corrections } from '#app/support/lookup/ranking'
import { receiptsLike, type ReceiptHit } from '#app/support/lookup/receipt_search'
import { requestNumbered, type RequestHit } from '#app/support/lookup/request_search'
import { correctionsOf } from '#app/support/lookup/slips'
import { wishesIn, type Wish } from '#app/support/lookup/wish'

/** So many are shown; with fewer than `few` of the spelling that was typed, what is like it is looked for, too. */
export const hitsMost = 20
const few = 5

export interface Findings {
  hits: Hit[]
  receipts: ReceiptHit[]
  helpRequest: RequestHit | null
  /** The beginning of a code, if what was typed can be one. */
  code: string | null
  /** There are more than are shown. */
  isMore: boolean
  /** Nothing has the spelling that was typed: all of these are only like it. */
  isGuess: boolean
}

/** Whatever somebody on the phone may have meant, the most likely first. */
export async function lookUp(by: Account, typed: string): Promise<Findings> {
  await permit(by, 'lookup.search', by.organization)
  const wishes = wishesIn(typed)
  const code = codeStartFrom(typed)
  const found = new Found()
  for (const { whole } of wishes) found.add(await entriesNamed(whole))
  /** One thing is called so, to the letter: nobody meant one that is only like it. */
  const isNamed = found.rows.size > 0
  for (const sought of questionsOf(wishes)) {
    if (found.rows.size > hitsMost) break
    found.add(await entriesWith(sought))
  }
  const corrections: Corrections = new Map()
  if (!isNamed && found.rows.size < few) await guess(wishes.at(-1), found, corrections)

  const all = ranked([...found.rows.values()], wishes, corrections)
  return {
    hits: await hitsOf(all.slice(0, hitsMost)),
    receipts: code ? await receiptsLike(code) : [],
    helpRequest: await requestNumbered(typed),
    code,
    isMore: all.length > hitsMost || found.isCrowd,
    isGuess: all.length > 0 && all.every(({ isGuess }) => isGuess),
  }
}

class Found {
  rows = new Map<number, EntryRow>()
  isCrowd = false

  add(rows: EntryRow[]) {
    this.isCrowd ||= rows.length === crowd
    for (const row of rows) this.rows.set(row.number, row)
  }
}

/** From what begins with each word to what has it somewhere. */
function questionsOf(wishes: Wish[]): AnyOf[][] {
  const by = (part: (word: string) => string) =>
    wishes.map(({ words }) => words.map((word) => [part(word)]))
  return [...by(beginning), ...by(inside)]
}

const beginning = (word: string) => ` ${word}`
/** Two letters stand in everything: they are looked for at the beginning of words. */
const inside = (word: string) => ([...word].length < 3 ? beginning(word) : word)

/** Each word as it is, or one like it. */
async function guess(wish: Wish | undefined, found: Found, corrections: Corrections) {
  if (!wish) return
  for (const word of wish.words) corrections.set(word, await correctionsOf(word))
  if (![...corrections.values()].some(({ length }) => length)) return
  const all: AnyOf[] = wish.words.map((word) => [
    inside(word),
    ...corrections.get(word)!.map((one) => ` ${one.word} `),
  ])
  found.add(await entriesWith(all))
}
