/** How Node serves: with less room for what is young. A page does not need more, and it is never given back. */
export const serverFlags = ['--max-semi-space-size=8']
