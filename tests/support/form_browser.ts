import { PlainBrowser } from '#tests/support/plain_browser'
import { password as usual } from '#tests/support/cast'

/** The same browser, saying from which page a form is sent, as browsers do: a form that must be mended comes back there. */
export class FormBrowser extends PlainBrowser {
  #page = '/'

  static async signIn(username: string, password = usual) {
    const browser = new FormBrowser()
    await browser.open('/sign-in')
    await browser.send('/sign-in', { username, password })
    return browser
  }

  async open(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const referer = `http://localhost:${process.env.PORT}${this.#page}`
    if (!init.method) this.#page = path
    return super.open(path, init.method ? { ...init, headers: { referer, ...init.headers } } : init)
  }
}
