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

/** Brings what is marked as fresh (`data-fresh`, with an id) up to date with the page at an address. */
export async function freshen(address) {
  const response = await fetch(address, { headers: { Accept: 'text/html' } })
  if (!response.ok || response.redirected) return false
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-fresh]')) {
    const fresh = page.getElementById(part.id)
    if (fresh) part.replaceChildren(...fresh.childNodes)
  }
  selectAll()
  return true
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
    head.replaceChildren(all)
    head.closest('table').addEventListener('change', () => {
      const ticked = boxes.filter(({ checked }) => checked).length
      all.checked = ticked === boxes.length
      all.indeterminate = ticked > 0 && ticked < boxes.length
    })
  }
}

/** The filter of a list answers while it is typed, by the same address that its button opens. */
export function filterAsYouType() {
  for (const form of document.querySelectorAll('form.filter')) {
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
  say(rows ? `${counted(rows, 'file')} found.` : 'No file found.')
}
