import { Refusal } from '#app/audit/refusal'
import service from '#config/service'

/** The sign-in that an upload began with is over: its bytes are not published, but held for a confirmation. */
export class SessionOver extends Refusal {
  constructor() {
    super({
      allowed: false,
      code: 'upload.held',
      sentence: 'Your session ended before this file had arrived. It is kept for you.',
      mend: `Sign in again within ${service.recoverDays} days and confirm it.`,
    })
  }
}
