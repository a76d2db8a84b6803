import { digitsIn, wordsIn } from '#app/support/lookup/plain_words'
import { nameKey } from '#app/shared/names'

/** What somebody looks for: everything that was typed as one, and its words. */
export interface Wish {
  whole: string
  words: string[]
}

const typedMost = 120
const wordsMost = 8
/** Fewer digits than these are in every other number. */
const digitsLeast = 4

/** What was typed can be meant in several ways: as words, and as a phone number. */
export function wishesIn(typed: string): Wish[] {
  const whole = nameKey(typed).replace(/[\0|]/g, ' ').replace(/\s+/g, ' ').trim()
  const line = whole.slice(0, typedMost)
  const words = wordsIn(line).slice(0, wordsMost)
  const phone = phoneIn(line)
  const wishes = [{ whole: line, words }]
  if (phone && phone !== words[0]) wishes.unshift({ whole: phone, words: [phone] })
  return wishes.filter((wish) => wish.words.length)
}

/** "+1 (860) 622-2300, option 9" → "8606222300"; undefined when it is no phone number. */
function phoneIn(line: string) {
  const number = line.replace(/[\s,;]*(option|opt|extension|ext|x)\.?\s*\d*$/, '')
  if (!/^[\d\s()+./-]+$/.test(number)) return undefined
  const digits = digitsIn(number).replace(/^1(?=\d{10}$)/, '')
  return digits.length >= digitsLeast ? digits : undefined
}
