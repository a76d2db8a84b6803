import { Exception } from '@adonisjs/core/exceptions'

/** The bytes that lie in the store are not those that were received, so nobody gets them (security rule 20). */
export class DamagedFile extends Exception {
  static code = 'E_DAMAGED_FILE'
  static status = 500

  /** What a person is told. */
  sentence = 'This file cannot be opened: what is stored is not what was received.'

  constructor(
    readonly fileId: string,
    readonly expectedBytes: number,
    readonly storedBytes: number | null
  ) {
    super(`File ${fileId}: ${storedBytes} bytes stored, ${expectedBytes} received`)
  }
}
