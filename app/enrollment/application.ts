import { ApplicationSchema } from '#database/schema'
import type { Trx } from '#app/shared/transaction'

/** The built-in application's key. */
export const secureFileTransfer = 'secure_file_transfer'

/** Something an organization subscribes to. */
export default class Application extends ApplicationSchema {
  static builtIn(trx?: Trx) {
    return this.query({ client: trx }).where('key', secureFileTransfer).firstOrFail()
  }
}
