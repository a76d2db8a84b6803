import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { assertWhole, bytesOf, headOf } from '#app/files/sending/content'
import type File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import { pickUp } from '#app/files/sending/pick_up'
import { natureOf } from '#app/files/views/nature'
import {
  asPage,
  asText,
  isShownWhole,
  noticeOf,
  viewedBytes,
  type Manner,
} from '#app/files/views/rendition'
import { lastUse } from '#app/folders/access/last_use'
import { inTransaction } from '#app/shared/transaction'
import { errors } from '@adonisjs/lucid'
import { Readable } from 'node:stream'

/** What the browser is given to show. */
interface View {
  mediaType: string
  sizeBytes: number
  /** The file's own bytes, which the browser knows how to show; else a page or a text that we made of them. */
  isWhole: boolean
  /** Puts on record that somebody looks at them, then hands them out. */
  open(): Promise<AsyncIterable<Buffer>>
}

/** Looks at a file for the page around its contents; no word of them leaves yet, so this is no viewing. */
export async function glance(actor: Account, file: File, manner: Manner, number?: number) {
  await permit(actor, 'file.view', file)
  const version = await FileVersion.openTo(actor, file, number)
  const { content, sizeBytes } = version
  if (!content) throw new errors.E_ROW_NOT_FOUND()
  await assertWhole(file, content)
  const head = await headOf(file, content, viewedBytes)
  const sight = { name: file.name, nature: natureOf(file.name, head), head, sizeBytes }
  return { version, content, sight, notice: noticeOf(sight, manner) }
}

/** The contents for somebody to look at: recorded as viewing, not as a download, once they are opened. */
export async function view(
  actor: Account,
  file: File,
  manner: Manner,
  number?: number
): Promise<View> {
  const { version, content, sight } = await glance(actor, file, manner, number)
  const opened = (bytes: AsyncIterable<Buffer>) => async () => {
    const details = { version: version.number, as: manner }
    await inTransaction(async (trx) => {
      await record('file.viewed', { actor, subject: file, details }, trx)
      await pickUp(actor, file, version.number, trx)
    })
    lastUse.note(actor, file.folder)
    return bytes
  }

  const { nature, sizeBytes } = sight
  if (isShownWhole(sight, manner) && 'mediaType' in nature) {
    const { mediaType } = nature
    return { mediaType, sizeBytes, isWhole: true, open: opened(bytesOf(file, content)) }
  }
  const isText = manner === 'text'
  const made = Buffer.from(isText ? asText(sight) : asPage(sight))
  return {
    mediaType: isText ? 'text/plain' : 'text/html',
    sizeBytes: made.length,
    isWhole: false,
    open: opened(Readable.from([made])),
  }
}
