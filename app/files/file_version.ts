import type Account from '#app/accounts/account'
import { mayKnowOfVersion } from '#app/files/file_policy'
import type File from '#app/files/file'
import { FileVersionSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'

export const transferModes = ['binary', 'ascii'] as const
/** Seed: service guide. Binary is exact; ASCII converts line endings. */
export type TransferMode = (typeof transferModes)[number]

/** The bytes that stand, or once stood, under a file's name. */
export default class FileVersion extends FileVersionSchema {
  declare transferMode: TransferMode

  /** A version that this person may open, the newest if none is named. Throws E_ROW_NOT_FOUND for any other. */
  static async openTo(account: Account, file: File, number = file.versionNumber) {
    const version = await this.query().where({ fileId: file.id, number }).first()
    if (version && (await mayKnowOfVersion(account, file, version))) return version
    throw new errors.E_ROW_NOT_FOUND()
  }

  /** What stands there now; null once it was destroyed. */
  get content() {
    const { blobKey, sizeBytes, sha256 } = this
    return blobKey ? { key: blobKey, sizeBytes, sha256 } : null
  }

  /** What came, before ASCII mode converted it; null if nothing was converted. */
  get original() {
    if (!this.originalBlobKey) return null
    return {
      key: this.originalBlobKey,
      sizeBytes: this.originalSizeBytes!,
      sha256: this.originalSha256!,
    }
  }
}
