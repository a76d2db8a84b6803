import { password as usual } from '#tests/support/cast'
import { FormBrowser } from '#tests/support/form_browser'

/** The same browser, in which a button is pressed by its name: the form around it is sent with what it holds. */
export class PressingBrowser extends FormBrowser {
  status = 0

  static async signIn(username: string, password = usual) {
    const browser = new PressingBrowser()
    await browser.open('/sign-in')
    await browser.send('/sign-in', { username, password })
    return browser
  }

  async open(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const response = await super.open(path, init)
    this.status = response.status
    return response
  }

  /** Presses the first button of that name; `typed` is what was filled in before. */
  press(label: string, typed: Record<string, string> = {}) {
    const forms = this.html.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((one) => one.includes(`>${label}</button>`))
    if (!form) throw new Error(`There is no button "${label}"`)
    const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? []
    const hidden = inputs.map((input) => [valueOf(input, 'name'), valueOf(input, 'value')])
    const action = valueOf(form, 'action').replaceAll('&amp;', '&')
    return this.send(action, { ...Object.fromEntries(hidden), ...typed })
  }
}

const valueOf = (tag: string, attribute: string) =>
  new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
