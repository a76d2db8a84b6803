/** What a mail server, or the way to it, said no with. */
interface MailError extends Error {
  code?: string
  command?: string
  responseCode?: number
}

/**
 * What a failed try means. `refused`: this mail will never be taken (RFC 5321 4.2.1: 5yz to its recipient or its
 * content). `away`: the server does not talk to us at all, so that no other mail need be tried now.
 * `later`: this mail may be taken another time.
 */
export type Meaning = 'refused' | 'away' | 'later'

const away = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'EAUTH',
  'ENOAUTH',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
  'EREQUIRETLS',
])

export function meaningOf({ code = '', command = '', responseCode = 0 }: MailError): Meaning {
  if (responseCode === 421 || away.has(code)) return 'away'
  return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command) ? 'refused' : 'later'
}

/** The reason in one line, for whoever looks after the mail. */
export const reasonOf = (error: Error) => error.message.replace(/\s+/g, ' ').trim()
