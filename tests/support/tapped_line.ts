import { connect, createServer, type AddressInfo } from 'node:net'

/**
 * A line to a server with a stranger on it who cannot read what is encrypted: adds bytes of their own to the server's
 * first answer, which is in the clear, and lets everything else through.
 */
export async function aTappedLine(to: number, added: Buffer) {
  let wasTapped = false
  const server = createServer((client) => {
    const target = connect(to, '127.0.0.1')
    client.on('error', () => target.destroy()).pipe(target)
    target.on('error', () => client.destroy())
    target.once('data', (first) => {
      wasTapped = true
      client.write(Buffer.concat([first, added]))
      target.pipe(client)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    wasTapped: () => wasTapped,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
