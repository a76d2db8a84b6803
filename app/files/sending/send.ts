import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { assertWhole } from '#app/files/sending/content'
import type File from '#app/files/file'
import FileVersion, { type TransferMode } from '#app/files/file_version'
import { Parcel } from '#app/files/sending/parcel'
import { errors } from '@adonisjs/lucid'

/** What a person wants of a file; with nothing said, its newest version as it stands. */
interface Wish {
  version?: number
  /** The bytes as they came, of a version that ASCII mode converted. */
  original?: boolean
  mode?: TransferMode
}

/**
 * The one way out for bytes: asks whether the person may have the file, finds the version and checks that what is
 * stored is as long as what was received. Nothing leaves, and nothing is recorded, before the parcel is opened.
 */
export async function send(actor: Account, file: File, wish: Wish = {}) {
  await permit(actor, 'file.download', file)
  const version = await FileVersion.openTo(actor, file, wish.version)
  const content = wish.original ? version.original : version.content
  if (!content) throw new errors.E_ROW_NOT_FOUND()
  await assertWhole(file, content)
  const isConverted = wish.mode === 'ascii' && version.isText && !wish.original
  return new Parcel(actor, file, version, content, isConverted)
}
