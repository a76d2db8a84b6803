import service from '#config/service'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Where directories answer: LDAP, LDAP over TLS, and the same two of a global catalog. */
const ports = [389, 636, 3268, 3269]

export interface ServerAddress {
  /** Encrypted from the first byte; otherwise by StartTLS. Never not at all. */
  isTls: boolean
  host: string
  port: number
}

const shape =
  'Write the address of the directory like "ldaps://dc1.agency.example" or, if it encrypts by StartTLS, "ldap://dc1.agency.example".'

/** Reads what a person typed as the address of a directory; what is wrong with it comes back as a sentence. */
export function readAddress(text: string): ServerAddress | { fault: string } {
  const url = URL.parse(text)
  if (!url || !['ldap:', 'ldaps:'].includes(url.protocol)) return { fault: shape }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (!isIP(host) && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host)) return { fault: shape }
  if (url.username || url.password || url.search || url.hash || !['', '/'].includes(url.pathname)) {
    return { fault: `Leave out what follows the name of the server. ${shape}` }
  }
  const isTls = url.protocol === 'ldaps:'
  const port = url.port ? Number(url.port) : isTls ? 636 : 389
  if (!ports.includes(port) && !service.allowsLoopbackDirectories) {
    return {
      fault: `A directory is asked at port ${ports.join(', ').replace(/, (\d+)$/, ' or $1')} only.`,
    }
  }
  return { isTls, host, port }
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** What is no directory's address ever: this network, link-local (metadata of clouds), multicast, translated IPv4. */
const closed = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(net, prefix)
}
for (const [net, prefix] of [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  closed.addSubnet(net, prefix, 'ipv6')
}

/**
 * Whether the service lets itself be sent there. A liaison types the address, and the service stands where liaisons do not
 * reach: nothing on its own machine, nothing but a directory's ports.
 */
export function mayBeAsked(ip: string, port: number) {
  const family = isIPv6(ip) ? 'ipv6' : 'ipv4'
  if (loopback.check(ip, family)) return service.allowsLoopbackDirectories
  return ports.includes(port) && !closed.check(ip, family)
}
