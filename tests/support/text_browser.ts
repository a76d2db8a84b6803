import { Terminal, type Screen } from '#tests/support/terminal'

/** What stands around the cursor in its line. */
interface Spot {
  before: string
  after: string
  /** The lines right above, the nearest last. */
  above: string[]
}

/** A browser without pictures, styles and scripts, used as a person uses it: from one link or field to the next. */
export abstract class TextBrowser {
  protected terminal = new Terminal()

  /** Starts it with a page. */
  abstract begin(address: string): Promise<this>
  /** Opens an address that is typed. */
  abstract open(address: string): Promise<void>
  abstract fill(label: string, value: string): Promise<void>
  abstract choose(label: string, option: string): Promise<void>
  /** Follows a link or button that leads to a download, and keeps what comes at a path. */
  abstract keep(path: string): Promise<void>

  /** Back to the page before, by the browser's own key. */
  abstract back(): Promise<void>

  /** Fills a field of several lines; where these are written in an editor, with an editor that writes just this. */
  write(label: string, value: string) {
    return this.fill(label, value)
  }

  /** Waits until all of this stands on the screen. Answers with the screen's words. */
  async sees(...words: (string | RegExp)[]) {
    const isThere = (text: string) => words.every((each) => text.search(asPattern(each)) >= 0)
    const screen = await this.terminal.until(`seen: ${words}`, ({ text }) => isThere(text))
    return screen.text
  }

  /** Follows a link, or presses a button: text browsers make no difference. */
  async follow(name: string) {
    await this.reach(name, ({ after }) => standsFirst(name, after))
    await this.terminal.press('Enter')
  }

  async tick(name: string) {
    const box = new RegExp(`^(\\[ )?\\].* ${RegExp.escape(name)} `)
    const { row } = await this.reach(`[ ] ${name}`, ({ after }) => box.test(after))
    await this.terminal.press('Enter')
    await this.terminal.until(`ticked ${name}`, ({ lines }) => /\[[X*]\]/.test(lines[row]))
  }

  /** Waits until a line shows what was typed, or stars for it. */
  protected showsTyped(value: string, row: number) {
    const signs = [value.slice(0, 8), value.slice(-8), '****']
    const isThere = (line: string) => signs.some((sign) => line.includes(sign))
    return this.terminal.until(`typed: ${value}`, ({ lines }) => isThere(lines[row]))
  }

  /** Goes to the field behind or below its label; an error may stand between, and the cursor behind what is typed. */
  protected toField(label: string) {
    const behind = new RegExp(`${RegExp.escape(label)}[\\s[]+(?!.*__).*$`)
    return this.reach(label, ({ before, above }) =>
      /^[\s[]*$/.test(before) ? above.includes(label) : behind.test(before)
    )
  }

  /** Goes from link to link until the cursor stands where it should. */
  protected async reach(what: string, isIt: (spot: Spot) => boolean) {
    let screen = await this.toTop()
    for (let steps = 0; steps < 400; steps++) {
      if (isIt(around(screen))) return screen
      const { row, column } = screen
      await this.terminal.press('Tab')
      screen = await this.terminal.until(
        `found ${what}`,
        (next) => next.row !== row || next.column !== column
      )
    }
    throw new Error(`There is no ${what}:\n${screen.lines.join('\n')}`)
  }

  protected abstract toTop(): Promise<Screen>

  close() {
    this.terminal.close()
  }
}

function around({ lines, row, column }: Screen): Spot {
  const line = lines[row] ?? ''
  const after = line
    .slice(column)
    .trimStart()
    .replace(/^\(\w+\) /, '')
  const above = lines.slice(Math.max(0, row - 4), row).map((each) => each.trim())
  return { before: line.slice(0, column), after, above }
}

const asPattern = (words: string | RegExp) =>
  typeof words === 'string' ? new RegExp(RegExp.escape(words)) : words

const standsFirst = (name: string, text: string) =>
  text.startsWith(name) && !/^\w/.test(text.slice(name.length))
