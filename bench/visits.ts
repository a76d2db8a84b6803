import { timed } from './figures.js'
import type { Visitor } from './waybill.js'

/** Milliseconds until a page is there whole. */
export async function visited(person: Visitor, path: string) {
  const seconds = await timed(async () => {
    const response = await person.get(path)
    await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  })
  return seconds * 1000
}

export async function repeated(times: number, work: () => Promise<number>) {
  const results: number[] = []
  for (let n = 0; n < times; n++) results.push(await work())
  return results
}

/** An address as a page writes it: in a listing it holds only what comes after the question mark. */
export const addressed = (path: string, href: string) => {
  const address = href.replaceAll('&amp;', '&')
  return address.startsWith('?') ? path.split('?')[0] + address : address
}
