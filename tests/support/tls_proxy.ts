import { request } from 'node:http'
import { createServer, type Server } from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** Where its clients seem to be (RFC 5737: an address for documentation). */
export const clientAddress = '198.51.100.7'

/** What stands before Waybill in the world: ends TLS, and says on whose behalf it asks. */
export class TlsProxy {
  #server: Server
  target = ''

  constructor(certificate: { key: Buffer; cert: Buffer }) {
    this.#server = createServer(certificate, (asked, answer) => {
      const headers = {
        ...asked.headers,
        'x-forwarded-for': clientAddress,
        'x-forwarded-proto': 'https',
      }
      const { method, url } = asked
      const onward = request(new URL(url!, this.target), { method, headers }, (answered) => {
        answer.writeHead(answered.statusCode!, answered.rawHeaders)
        answered.pipe(answer)
      })
      onward.on('error', () => answer.destroy())
      asked.pipe(onward)
    })
  }

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const { port } = this.#server.address() as AddressInfo
    return port
  }

  close() {
    this.#server.closeAllConnections()
    return new Promise((done) => this.#server.close(done))
  }
}
