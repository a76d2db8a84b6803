import { TextBrowser } from '#tests/support/text_browser'

export class W3m extends TextBrowser {
  async begin(address: string) {
    const editor = this.terminal.write('editor', 'cp "$HOME/typed" "$1"')
    await this.terminal.begin('w3m', '-cookie', '-o', `'editor=sh ${editor}'`, address)
    return this
  }

  override async write(label: string, value: string) {
    const { row } = await this.toField(label)
    this.terminal.write('typed', value)
    await this.terminal.press('Enter')
    await this.showsTyped(value, row)
  }

  async open(address: string) {
    await this.terminal.press('U')
    await this.#answer('Goto URL:', address)
  }

  async back() {
    await this.terminal.press('B')
  }

  async fill(label: string, value: string) {
    const { row } = await this.toField(label)
    await this.terminal.press('Enter')
    await this.#answer(/^(TEXT|PASSWORD|\(File\)|Filename):/i, value)
    await this.showsTyped(value, row)
  }

  async choose(label: string, option: string) {
    const { row } = await this.toField(label)
    await this.terminal.press('Enter')
    await this.terminal.until('a menu', ({ lines }) => lines.slice(row).join().includes(option))
    await this.terminal.press('Down', 'Enter')
    await this.terminal.until(option, ({ lines }) => lines[row].includes(`[${option}`))
  }

  async keep(path: string) {
    await this.#answer('Save file to:', path)
  }

  protected async toTop() {
    await this.terminal.press('g')
    return this.terminal.until('at the top', ({ row, column }) => row === 0 && column === 0)
  }

  /** Replaces what stands in the last line of the screen, where w3m asks. */
  async #answer(question: string | RegExp, answer: string) {
    const line = (lines: string[]) => lines.findLast((each) => each.trim()) ?? ''
    await this.terminal.until(`asked ${question}`, ({ lines }) => line(lines).search(question) >= 0)
    await this.terminal.press('C-e', 'C-u')
    await this.terminal.type(answer)
    await this.terminal.until(
      `typed ${answer}`,
      ({ lines }) => line(lines).endsWith(answer.slice(-60)) || /:\s*\*+$/.test(line(lines))
    )
    await this.terminal.press('Enter')
  }
}
