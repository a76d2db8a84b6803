import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import tls from 'node:tls'

/** A server that takes every connection and never says a word. */
export const aClosedMouth = () => listening(createServer())

/** One that does nothing but encrypt. */
export const startTlsServer = (options: tls.TlsOptions) => listening(tls.createServer(options))

async function listening(server: Server) {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket) => {
    connections++
    sockets.add(socket.on('error', () => {}))
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    connections: () => connections,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
