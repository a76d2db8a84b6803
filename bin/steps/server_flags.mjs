/**
 * How Node serves. Bytes that arrive are young garbage in pieces of 64 KiB; with Node's usual room for the young they pile
 * up to 100 MiB before anybody looks, and then every core is busy clearing them away (docs/performance.md).
 */
export const serverFlags = ['--max-semi-space-size=2']
