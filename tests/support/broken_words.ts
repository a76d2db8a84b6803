import type { Page } from 'playwright'

/** Words of the page that is open, of usual length, that begin in one line and end in the next. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const broken = []
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data } = texts.currentNode
      for (const { 0: word, index } of data.matchAll(/[\\p{L}\\p{N}]{2,16}/gu)) {
        const range = document.createRange()
        range.setStart(texts.currentNode, index)
        range.setEnd(texts.currentNode, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (lines.size > 1) broken.push(word)
      }
    }
    return broken
  })()`)
