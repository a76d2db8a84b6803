import type { Page } from 'playwright'

/** WCAG 1.4.4 and 1.4.10: the whole page enlarged, or only its text, on a usual screen and on the smallest. */
export const enlargements = [
  { name: 'at 200 %', width: 640, text: '100%' },
  { name: 'with text at 200 %', width: 1280, text: '200%' },
  { name: 'with text at 200 % on the smallest screen', width: 320, text: '200%' },
] as const

/** What is cut off, lies upon something else or leaves the page in any of the enlargements. */
export async function zoomFaultsOf(page: Page) {
  const faults: string[] = []
  for (const { name, width, text } of enlargements) {
    await page.setViewportSize({ width, height: 450 })
    const found: string[] = await page.evaluate(`(${lookOver})(${JSON.stringify(text)})`)
    faults.push(...found.map((fault) => `${name}: ${fault}`))
  }
  return faults
}

/** Runs in the page, so it is text: the build of the tests must not touch it. */
const lookOver = `(size) => {
  const root = document.documentElement
  root.style.fontSize = size
  window.scrollTo(0, 0)
  const faults = []
  const widest = () => [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && isShown(element))
    .map((element) => element.localName + '.' + element.className).join(', ')
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  if (root.scrollWidth > root.clientWidth) faults.push(root.scrollWidth - root.clientWidth + ' px too wide: ' + widest())

  const isForEars = (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath === 'inset(50%)') return true
    return element.closest('[aria-hidden=true]')
  }
  const words = (element) => (element.value || element.textContent).trim().replace(/\\s+/g, ' ').slice(0, 40)

  const pieces = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (!texts.currentNode.data.trim() || !isShown(element) || isForEars(element) || element.closest('option, script')) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    for (const box of range.getClientRects()) pieces.push({ element, box, inset: box.height * 0.2 })
  }
  for (const element of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a.button')) {
    if (isShown(element) && !isForEars(element)) pieces.push({ element, box: element.getBoundingClientRect(), inset: 2 })
  }

  for (const { element, box } of pieces) {
    if (box.right > root.clientWidth + 1 || box.left < -1) {
      const scroller = element.closest('[tabindex], pre, .table-scroll')
      if (!scroller) faults.push('leaves the page: ' + words(element))
    }
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around)
      const hides = (value) => value === 'hidden' || value === 'clip'
      const frame = around.getBoundingClientRect()
      const isCut = (hides(overflowX) && box.right > frame.right + 2) || (hides(overflowY) && box.bottom > frame.bottom + 2)
      if (isCut) faults.push('is cut off: ' + words(element))
    }
  }

  pieces.forEach((one, at) => {
    for (const other of pieces.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      const inset = Math.max(one.inset, other.inset)
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (across > 2 && down > inset) faults.push(words(one.element) + ' lies upon ' + words(other.element))
    }
  })
  return [...new Set(faults)]
}`
