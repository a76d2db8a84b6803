import type { ServerAddress } from '#app/accounts/ldap/server_address'
import { mayBeAsked } from '#app/accounts/ldap/server_address'
import {
  DirectoryTrouble,
  encryptionTrouble,
  nameTrouble,
  portTrouble,
} from '#app/accounts/ldap/trouble'
import { second } from '#app/shared/clock'
import { Client } from 'ldapts'
import { lookup, type LookupAddress } from 'node:dns'
import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { promisify } from 'node:util'
import tls from 'node:tls'

const connectWithin = 5 * second

/** Far more than the answers to our questions; a server that pours out more is left. */
const mostBytes = 1024 ** 2

const startTls = '1.3.6.1.4.1.1466.20037'
const everyAddressOf = promisify(lookup)
const ignore = () => {}

/** The addresses behind the name, each fit to be asked. Only these are connected to: a name may mean others a moment later. */
export async function addressesOf({ host, port }: ServerAddress, limit: AbortSignal) {
  const found = await orAborted(everyAddressOf(host, { all: true }), within(limit)).catch(() => [])
  if (!found.length) throw nameTrouble(host)
  if (found.every(({ address }) => mayBeAsked(address, port))) return found
  throw new DirectoryTrouble(
    'name',
    `${host} is an address that Waybill does not ask for a directory.`
  )
}

export async function reach(
  { host, port }: ServerAddress,
  found: LookupAddress[],
  limit: AbortSignal
) {
  const socket = connect({
    host,
    port,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: second,
    lookup: (_host, _options, done) => (done as Function)(null, found),
  })
  socket.on('error', ignore)
  try {
    await once(socket, 'connect', { signal: within(limit) })
    return socket
  } catch (error: any) {
    socket.destroy()
    throw portTrouble(host, port, error.errors?.[0] ?? error)
  }
}

/** TLS with a certificate that is good for this name, issued by who is named, or by one of those that everybody trusts. */
export async function encrypt(
  address: ServerAddress,
  raw: Socket,
  caCertificate: string | null,
  limit: AbortSignal
) {
  const { host } = address
  try {
    if (!address.isTls) await askForTls(raw, within(limit))
    const secured = tls.connect({
      socket: raw,
      host,
      servername: isIP(host) ? undefined : host,
      ca: caCertificate ?? undefined,
      minVersion: 'TLSv1.2',
    })
    secured.on('error', ignore)
    await once(secured, 'secureConnect', { signal: within(limit) })
    return secured
  } catch (error: any) {
    raw.destroy()
    throw encryptionTrouble(host, error)
  }
}

/**
 * By a client of its own: whatever was sent before the encryption stays in that one's reader. In the reader of the
 * encrypted answers, a stranger on the line could have begun one with it.
 */
async function askForTls(raw: Socket, limit: AbortSignal) {
  const client = clientOn(raw)
  await orAborted(client.exop(startTls), limit)
  raw.removeAllListeners('data')
}

/** A client on this connection alone. The library would connect anew when it is lost, unencrypted after StartTLS. */
export function clientOn(socket: Socket) {
  let isTaken = false
  const take = () => {
    if (isTaken) throw new Error('The connection to the directory was lost')
    isTaken = true
    return socket
  }
  let received = 0
  socket.on('data', (bytes) => (received += bytes.length) > mostBytes && socket.destroy())
  return new Client({ url: 'ldap://unused', createConnection: take as typeof connect })
}

/** Name, port and encryption together may take so long; all of it no longer than the caller's own limit. */
const within = (limit: AbortSignal) => AbortSignal.any([limit, AbortSignal.timeout(connectWithin)])

export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const cut = new AbortController()
  const aborted = once(signal, 'abort', { signal: cut.signal }).then(() => {
    throw new DOMException('It took too long', 'AbortError')
  })
  aborted.catch(ignore)
  work.catch(ignore)
  try {
    if (signal.aborted) throw new DOMException('It took too long', 'AbortError')
    return await Promise.race([work, aborted])
  } finally {
    cut.abort()
  }
}
