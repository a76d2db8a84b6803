import { isBusy } from '#app/doors/http/answers/busy'
import { Exception } from '@adonisjs/core/exceptions'

export class ServiceBusy extends Exception {
  static status = 503
  static code = 'E_BUSY'
  static message = 'The service is busy at present. Please try again in a moment.'
}

class BodyUnreadable extends Exception {
  static status = 400
  static code = 'E_BODY_UNREADABLE'
  static message = 'What was sent cannot be read.'
}

class ServiceFailed extends Exception {
  static status = 500
  static code = 'E_FAILED'
  static message = 'The service could not do this. Please try again in a minute.'

  /** What a room had to say to the person, if it had. */
  constructor(readonly sentence?: string) {
    super(sentence)
  }
}

interface Told {
  status?: number
  code?: string
  sentence?: string
}

/** What those outside learn of an error: what is ours to know (SQL, paths, numbers) stays in the log. */
export function outwardly(error: unknown) {
  if (isBusy(error)) return new ServiceBusy()
  const { status = 500, code, sentence } = Object(error) as Told
  /** A body that claims to be compressed and is not. */
  if (/^Z_(DATA|BUF)_ERROR$/.test(String(code))) return new BodyUnreadable()
  return status < 500 || error instanceof ServiceBusy ? error : new ServiceFailed(sentence)
}
