import { isIP } from 'node:net'

/** What an address gives away: a bare number, or a host that only people inside can reach. */
export type HostKind = 'bare_ip' | 'internal' | 'named'

const inside = /\.(local|internal|intranet|lan|corp|home|private)$|\.home\.arpa$/

export function hostKind(address: string): HostKind {
  const host = hostOf(address)
  if (!host) return 'named'
  if (isIP(host)) return isPrivate(host) ? 'internal' : 'bare_ip'
  return !host.includes('.') || inside.test(host) ? 'internal' : 'named'
}

function hostOf(address: string) {
  const host = URL.parse(address)?.hostname.toLowerCase() ?? ''
  return host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** RFC 1918, 6598, 3927, 4193, 4291: addresses that are no one's outside. */
export function isPrivate(ip: string): boolean {
  if (isIP(ip) === 6) return /^(::1$|f[cd]|fe[89ab])/.test(ip) || mapped(ip)
  const [one, two] = ip.split('.').map(Number)
  return (
    [0, 10, 127].includes(one) ||
    (one === 172 && two >= 16 && two <= 31) ||
    (one === 192 && two === 168) ||
    (one === 169 && two === 254) ||
    (one === 100 && two >= 64 && two <= 127)
  )
}

/** An IPv4 address that is written as IPv6: "::ffff:a00:1" is 10.0.0.1. */
function mapped(ip: string): boolean {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(ip) ?? []
  if (!high) return false
  const number = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return isPrivate(number.flatMap((part) => [part >> 8, part & 255]).join('.'))
}

/** Numbers in running text that are IP addresses. */
export const ipsIn = (text: string) =>
  (text.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? []).filter((ip) => isIP(ip))
