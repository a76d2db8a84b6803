/** Somebody with an ordinary browser and no scripts: keeps cookies, fills in the forms of the page that is open. */
export class Visitor {
  #cookies = new Map<string, string>()
  page = ''
  status = 0
  headers = new Headers()

  constructor(readonly origin = `http://localhost:${process.env.PORT}`) {}

  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Where the last answer leads to, as a path. */
  get location() {
    return this.headers.get('location')?.replace(this.origin, '')
  }

  get csrfToken() {
    return /name='_csrf' value='([^']+)'/.exec(this.page)?.[1] ?? ''
  }

  /** A second window of the same browser. */
  alike() {
    const other = new Visitor(this.origin)
    other.#cookies = new Map(this.#cookies)
    return other
  }

  /** By a link of the page `from`, if one is named. */
  open(path: string, from?: string) {
    const headers: Record<string, string> = from ? { referer: this.origin + from } : {}
    return this.#send(path, { method: 'GET', headers })
  }

  /** Opens a page and whatever it leads to. */
  async visit(path: string) {
    await this.open(path)
    for (let steps = 0; this.location && steps < 5; steps++) await this.open(this.location)
    return this
  }

  /** Sends a form of the page that is open; browsers say which page that is. */
  submit(path: string, fields: Record<string, string> = {}, page?: string) {
    const body = new URLSearchParams({ _csrf: this.csrfToken, ...fields })
    const referer: Record<string, string> = page ? { referer: this.origin + page } : {}
    return this.#send(path, { method: 'POST', body, headers: referer })
  }

  async signIn(username: string, password: string) {
    await this.open('/sign-in')
    return this.submit('/sign-in', { username, password })
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const headers = {
      'cookie': this.cookie,
      'accept': 'text/html',
      'user-agent': 'w3m/0.5.3',
      ...init.headers,
    }
    const response = await fetch(this.origin + path, { ...init, headers, redirect: 'manual' })
    this.page = await response.text()
    this.status = response.status
    this.headers = response.headers
    response.headers.getSetCookie().forEach((line) => this.#keep(line))
    return this
  }

  #keep(line: string) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (/max-age=(0|-\d+)\b/i.test(line) || /expires=thu, 01 jan 1970/i.test(line))
      this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
