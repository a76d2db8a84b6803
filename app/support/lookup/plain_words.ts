import { nameKey } from '#app/shared/names'

/** What separates words, and what is left out within them ("O'Brien"): as the database keeps its entries (migration 0211). */
const between = /[.,;:/\\@_\-()[\]"&+#!*|<>=–—\s]+/g
const within = /['’]/g

/** "Lena.Long@example.gov" → "lena", "long", "example", "gov": what is searched, each word once. */
export const wordsIn = (text: string) => [
  ...new Set(nameKey(text).replace(within, '').split(between).filter(Boolean)),
]

/** "(860) 622-2300" → "8606222300". */
export const digitsIn = (text: string) => text.replace(/\D/g, '')
