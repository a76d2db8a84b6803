import { counted } from './words.js'

/** Tells assistive technology what has changed without the focus moving. */
export function say(sentence) {
  let line = document.getElementById('said')
  if (!line) {
    line = document.createElement('p')
    line.id = 'said'
    line.className = 'usa-sr-only'
    line.setAttribute('role', 'status')
    document.querySelector('main').append(line)
  }
  line.textContent = sentence
}

/** The latest list that was asked for: an earlier one that comes later is out of date. */
let asking = new AbortController()

/**
 * Brings what is marked as fresh (`data-fresh`, with an id) up to date with the page at an address, and its forms to where
 * they lead from there. What was ticked stays ticked.
 */
export async function freshen(address) {
  asking.abort()
  asking = new AbortController()
  const page = await pageAt(address, asking.signal).catch(() => undefined)
  if (!page) return false
  const ticked = new Set([...document.querySelectorAll(`${box}:checked`)].map(({ value }) => value))
  for (const part of document.querySelectorAll('[data-fresh]')) {
    const fresh = page.getElementById(part.id)
    if (fresh) part.replaceChildren(...fresh.childNodes)
  }
  for (const form of document.querySelectorAll('form[id]')) {
    const fresh = page.getElementById(form.id)
    if (fresh) form.setAttribute('action', fresh.getAttribute('action'))
  }
  for (const each of document.querySelectorAll(box)) each.checked = ticked.has(each.value)
  selectAll()
  return true
}

const box = '[data-fresh] tbody .tick input'

async function pageAt(address, signal) {
  const response = await fetch(address, { headers: { Accept: 'text/html' }, signal })
  if (!response.ok || response.redirected) return undefined
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** A box in the head of a table of files ticks all of them. */
export function selectAll() {
  for (const head of document.querySelectorAll('table.files thead .tick')) {
    const boxes = [...head.closest('table').querySelectorAll('tbody .tick input')]
    const all = document.createElement('input')
    all.type = 'checkbox'
    all.setAttribute('aria-label', 'Select all')
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked
      say(all.checked ? `${counted(boxes.length, 'file')} selected.` : 'No file selected.')
    })
    const count = () => {
      const ticked = boxes.filter(({ checked }) => checked).length
      all.checked = ticked === boxes.length
      all.indeterminate = ticked > 0 && ticked < boxes.length
    }
    count()
    head.replaceChildren(all)
    head.closest('table').addEventListener('change', count)
  }
}

/** The filter of a list answers while it is typed, by the same address that its button opens. */
export function filterAsYouType() {
  for (const form of document.querySelectorAll('form.find-as-typed')) {
    let pause
    form.addEventListener('input', () => {
      clearTimeout(pause)
      pause = setTimeout(() => find(form), 250)
    })
  }
}

async function find(form) {
  const address = new URL(form.action)
  address.search = new URLSearchParams(new FormData(form))
  if (!(await freshen(address))) return
  history.replaceState(null, '', address)
  const rows = document.querySelectorAll('[data-fresh] tbody tr').length
  const more = document.querySelector('[data-fresh] [rel=next], [data-fresh] [data-more]')
  const thing = document.querySelector('[data-finds]')?.dataset.finds ?? 'file'
  say(rows ? `${more ? 'More than ' : ''}${counted(rows, thing)} found.` : `No ${thing} found.`)
}
