import { parse } from 'csv-parse/sync'

/** A saved list as rows of text, without its headings. */
export function rowsOf(csv: string): string[][] {
  const [, ...rows] = parse(csv, { bom: true, relax_column_count: false }) as string[][]
  return rows
}

/** The rows of the first table of a page, each as the texts of its cells. */
export function tableOf(html: string): string[][] {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? ''
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) =>
      cell
        .replaceAll('<wbr>', '')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&#39;', "'")
        .replaceAll('&#x27;', "'")
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, ' ')
        .trim()
    )
  )
}
