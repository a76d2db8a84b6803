import type { Screen } from '#tests/support/terminal'
import { TextBrowser } from '#tests/support/text_browser'

/** As Debian sets it up, but it does not stop at each of its own messages. */
const settings = [
  'INCLUDE:/etc/lynx/lynx.cfg',
  'ACCEPT_ALL_COOKIES:TRUE',
  'SHOW_CURSOR:TRUE',
  'PARTIAL:FALSE',
  'INFOSECS:0',
  'MESSAGESECS:0',
  'ALERTSECS:0',
]

export class Lynx extends TextBrowser {
  async begin(address: string) {
    const config = this.terminal.write('lynx.cfg', settings.join('\n'))
    await this.terminal.begin('lynx', `-cfg=${config}`, address)
    return this
  }

  async open(address: string) {
    await this.#leaveField()
    await this.terminal.press('g')
    await this.#answer('URL to open:', address)
  }

  async back() {
    await this.terminal.press('Left')
  }

  async fill(label: string, value: string) {
    const { row } = await this.toField(label)
    await this.terminal.press('C-e', 'C-u')
    await this.terminal.type(value)
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
    await this.sees('D)ownload, or C)ancel')
    await this.terminal.press('D')
    await this.sees('Save to disk')
    await this.follow('Save to disk')
    await this.#answer('Enter a filename:', path)
  }

  protected async toTop() {
    return this.terminal.look()
  }

  /** In a field, a key is a letter of what is typed. */
  async #leaveField() {
    const isIn = ({ text }: Screen) => /\bEnter text\b/.test(text)
    let screen = await this.terminal.look()
    while (isIn(screen)) {
      const { row, column } = screen
      await this.terminal.press('Tab')
      screen = await this.terminal.until(
        'left',
        (next) => next.row !== row || next.column !== column
      )
    }
  }

  async #answer(question: string, answer: string) {
    await this.sees(question)
    await this.terminal.press('C-e', 'C-u')
    await this.terminal.type(answer)
    await this.sees(answer.slice(-60))
    await this.terminal.press('Enter')
  }
}
