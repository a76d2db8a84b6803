/** A browser of the smallest kind: keeps cookies, follows nothing, finds the token of a form. */
export class PlainClient {
  #cookies = new Map<string, string>()

  constructor(readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}) {
    return this.#kept(await fetch(new URL(path, this.url), this.#request({ headers })))
  }

  async post(path: string, body: URLSearchParams | FormData) {
    return this.#kept(await fetch(new URL(path, this.url), this.#request({ method: 'POST', body })))
  }

  async page(path: string) {
    return (await this.get(path)).text()
  }

  async signIn(username: string, password: string) {
    const token = tokenIn(await this.page('/sign-in'))
    return this.post('/sign-in', new URLSearchParams({ _csrf: token, username, password }))
  }

  /** For another program that goes on in this one's name. */
  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #request(init: RequestInit & { headers?: Record<string, string> }): RequestInit {
    return {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: this.cookie, accept: 'text/html' },
    }
  }

  #kept(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name, value)
    }
    return response
  }
}

export const tokenIn = (html: string) => /name=['"]_csrf['"][^>]*value=['"]([^'"]+)/.exec(html)![1]
