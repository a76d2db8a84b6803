import { transferModes } from '#app/files/file_version'
import vine from '@vinejs/vine'

const version = vine.number().withoutDecimals().min(1).max(1_000_000).optional()

/** What the address of a download says beside the file's id. */
export const downloadValidator = vine.create({
  mode: vine.enum(transferModes).optional(),
  version: version.clone(),
  original: vine.accepted().optional(),
})

export const viewValidator = vine.create({ version: version.clone() })

/** Without `files`, all files of the folder are meant. */
export const archiveValidator = vine.create({
  mode: vine.enum(transferModes).optional(),
  files: vine
    .array(vine.string().uuid())
    .parse((ids) => (typeof ids === 'string' ? [ids] : ids))
    .optional(),
})
