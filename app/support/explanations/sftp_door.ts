import type { Decision } from '#app/audit/decide'
import { allowed } from '#app/audit/decide'

/** Whether anybody listens for SFTP clients. The one place to change once somebody does. */
const isListening = false

export function sftpDoor(): Decision {
  if (isListening) return allowed
  return {
    allowed: false,
    code: 'sftp.not_offered',
    sentence: 'This service offers no SFTP yet.',
    mend: 'Everything can be done with a browser.',
    by: 'operator',
  }
}
