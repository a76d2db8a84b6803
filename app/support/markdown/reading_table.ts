import { cellsOf, linesIn, readLine, type CellLine } from '#app/support/markdown/cells'
import { fieldNamed, headingOf, keyOf } from '#app/support/markdown/labels'
import { dayWritten, labelled, looksLike } from '#app/support/markdown/loose_lines'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'

/** What a table says of one entry, as it was written. */
export interface Told {
  line: number
  kind: EntryKind
  values: Partial<Record<FieldName, string>>
  audiences: Partial<Record<FieldName, string>>
  /** Where each begins, if not with the entry. */
  lines: Partial<Record<FieldName, number>>
  /** For a contact: how the desk's row begins. */
  deskPrefix?: string
}

export interface Remark {
  line: number
  text: string
  problem: string
}

/** A Markdown table as it was understood. */
export interface TableTold {
  told: Told[]
  remarks: Remark[]
  /** Labels with nothing beside them. */
  empty: { line: number; label: string }[]
  /** The day that the table says it was looked through on, as "June 29, 2022". */
  reviewedOn?: string
}

/** Reads a quick reference from a Markdown table like the service guide's, row by row, and says what it did not understand. */
export class TableReading implements TableTold {
  told: Told[] = []
  remarks: Remark[] = []
  empty: TableTold['empty'] = []
  reviewedOn?: string
  #part?: EntryKind
  #line = 0

  constructor(text: string) {
    for (const row of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
      this.#line += 1
      if (row.trim().startsWith('|')) this.#row(cellsOf(row))
      else this.#loose(row.trim())
    }
  }

  /** What stands around the table: its heading, the agency, which edition it is. */
  #loose(text: string) {
    if (!text || /^#{1,6}\s|^(edition|reviewed on)\b|^[^.!?:;]+ \(\S+\)$/i.test(text)) return
    this.#remark(text, 'This stands outside the table.')
  }

  #row(cells: string[]) {
    if (cells.every((cell) => !cell || /^:?-+:?$/.test(cell))) return
    const [first = '', second = '', ...more] = cells
    const label = readLine(first).text
    const lines = linesIn(second).map(readLine)
    if (more.some(Boolean)) this.#remark(more.join(' | '), 'The table has two columns.')
    if (!label) return this.#remark(second, 'There is nothing at its left.')
    if (keyOf(label) === 'reviewed on') return this.#reviewed(lines)
    const part = headingOf(label)
    if (part) this.#heading(part, label, lines)
    else if (this.#part) this.#within(this.#part, label, lines)
    else this.#remark(bare(label), 'Nothing of a quick reference is called so.')
  }

  #heading(part: EntryKind, label: string, lines: CellLine[]) {
    const isEmpty = lines.every(({ text }) => !text)
    this.#part = part
    if (part === 'production' || part === 'staging') {
      const told = this.#tell(part)
      if (!isEmpty) this.#put(told, 'version', lines[0])
      return
    }
    if (part === 'owner' || part === 'administrator') return this.#people(part, label, lines)
    const isEntry = ['note', 'additional resource'].includes(keyOf(label))
    if (isEntry) return this.#entry(part, label, lines)
    for (const { text } of lines) {
      if (text) this.#remark(text, `Nothing belongs beside the heading “${label}”.`)
    }
  }

  #within(part: EntryKind, label: string, lines: CellLine[]) {
    if (part === 'production' || part === 'staging') return this.#environment(part, label, lines)
    if (part === 'desk') return this.#support(label, lines)
    if (part === 'level' && /^level\b/i.test(label)) return this.#entry('level', label, lines)
    if (part === 'resource') return this.#called('resource', label, lines)
    this.#remark(bare(label), 'Nothing of a quick reference is called so.')
  }

  #environment(part: EntryKind, label: string, lines: CellLine[]) {
    const field = fieldNamed(part, label)
    if (!field) return this.#remark(bare(label), 'An environment has no field of this name.')
    if (lines.every(({ text }) => !text)) return this.#isEmpty(label)
    this.#put(
      this.told.findLast(({ kind }) => kind === part)!,
      field,
      lines[0]
    )
    for (const { text } of lines.slice(1)) this.#remark(text, `${label} is one line.`)
  }

  #support(label: string, lines: CellLine[]) {
    const key = keyOf(label)
    if (key === 'service desk') return this.#entry('desk', label, lines)
    if (!/contacts?$/.test(key)) return this.#called('desk', label, lines)
    const prefix = bare(label).replace(/\s*contacts?$/i, '')
    this.#people('contact', label, lines, prefix.replace(/^desk$/i, ''))
  }

  /** An entry whose name is its label. */
  #called(kind: EntryKind, label: string, lines: CellLine[]) {
    const told = this.#tell(kind)
    told.values.name = bare(label)
    if (lines.every(({ text }) => !text)) this.#isEmpty(label)
    for (const line of lines) this.#take(told, line)
  }

  #entry(kind: EntryKind, label: string, lines: CellLine[]) {
    if (lines.every(({ text }) => !text)) return this.#isEmpty(label)
    const told = this.#tell(kind)
    if (kind !== 'note') return lines.forEach((line) => this.#take(told, line))
    told.values.text = lines.map(({ text }) => text).join('\n')
    if (lines[0].audience) told.audiences.text = lines[0].audience
  }

  /** Each name that stands alone is somebody else. */
  #people(kind: EntryKind, label: string, lines: CellLine[], deskPrefix?: string) {
    if (lines.every(({ text }) => !text)) return this.#isEmpty(label)
    let told = this.#tell(kind, deskPrefix)
    for (const line of lines) {
      const isName = !labelled(line.text) && looksLike(line.text) === 'name'
      if (isName && line.text && told.values.name) told = this.#tell(kind, deskPrefix)
      this.#take(told, line)
    }
  }

  /** One line of a cell, with a word before it or without. */
  #take(told: Told, line: CellLine) {
    if (!line.text) return
    const word = labelled(line.text)
    if (word && keyOf(word.label) === 'reviewed on') return this.#reviewed([{ text: word.value }])
    const field = word && fieldNamed(told.kind, word.label)
    if (field) return this.#put(told, field, { ...line, text: word.value })
    const looks = looksLike(line.text)
    if (looks === 'date') return this.#reviewed([line])
    const loose = fieldNamed(
      told.kind,
      looks === 'postalAddress' ? 'postal address' : wordFor[looks]
    )
    if (word || !loose) return this.#remark(line.text, 'It is not clear what this is.')
    this.#put(told, loose, line)
  }

  #put(told: Told, field: FieldName, { text, audience }: CellLine) {
    const before = told.values[field]
    if (before !== undefined && !['postalAddress', 'text'].includes(field)) {
      return this.#remark(text, `There is another one already: ${before}.`)
    }
    told.values[field] = before === undefined ? text : `${before}\n${text}`
    told.lines[field] ??= this.#line
    if (audience) told.audiences[field] ??= audience
  }

  #tell(kind: EntryKind, deskPrefix?: string) {
    const told: Told = { line: this.#line, kind, values: {}, audiences: {}, lines: {}, deskPrefix }
    this.told.push(told)
    return told
  }

  #reviewed([line]: CellLine[]) {
    const day = dayWritten(line?.text ?? '')
    if (day) this.reviewedOn = day
    else this.#remark(line?.text ?? '', 'This is no date that can be read.')
  }

  #isEmpty(label: string) {
    this.empty.push({ line: this.#line, label: bare(label) })
  }

  #remark(text: string, problem: string) {
    this.remarks.push({ line: this.#line, text, problem })
  }
}

/** Without the colon at its end. */
const bare = (label: string) => label.replace(/\s*:\s*$/, '')

const wordFor = { name: 'name', phone: 'phone', email: 'e-mail', address: 'address' } as const
