import { password } from '#tests/support/cast'

const origin = `http://localhost:${process.env.PORT}`

/** A client that knows nothing but HTTP, cookies and forms: what `curl` or an old browser amounts to. */
export class PlainBrowser {
  #cookies = new Map<string, string>()
  html = ''

  static async signIn(username: string) {
    const visitor = new PlainBrowser()
    await visitor.open('/sign-in')
    await visitor.send('/sign-in', { username, password })
    return visitor
  }

  get cookie() {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ')
  }

  /** Opens a page, following redirects, and remembers it. */
  async open(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', this.cookie)
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s)
      this.#cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next) return this.open(next.replace(origin, ''))
    this.html = await response.text()
    return new Response(this.html, response)
  }

  /** Sends an ordinary form with the token of the page at hand. */
  send(path: string, fields: Record<string, string> = {}) {
    const body = new URLSearchParams({ ...fields, _csrf: this.token })
    return this.open(path, { method: 'POST', body })
  }

  /** Sends a folder's form: fields and ticked files first, then what is uploaded, like a browser. */
  sendFolderForm(
    folderId: string,
    form: { do?: string; mode?: string; files?: string[]; upload?: File[] },
    headers = {}
  ) {
    const body = new FormData()
    body.append('_csrf', this.token)
    body.append('mode', form.mode ?? 'binary')
    for (const id of form.files ?? []) body.append('files', id)
    if (form.do && form.do !== 'upload') body.append('do', form.do)
    const chosen = form.upload ?? [new File([], '')]
    for (const file of chosen) body.append('upload', file)
    if (form.do === 'upload') body.append('do', 'upload')
    return this.open(`/folders/${folderId}/forms`, { method: 'POST', body, headers })
  }

  /** The form token of the page at hand. */
  get token() {
    return /name=["']_csrf["'] value=["']([^"']+)["']/.exec(this.html)?.[1] ?? ''
  }

  /** The page's words, without its tags. */
  get text() {
    return this.html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replace(/&#x?0*(27|39|60|96);/gi, (entity) => (/27|39/.test(entity) ? "'" : '`'))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
  }
}
