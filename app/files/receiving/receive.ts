import type Account from '#app/accounts/account'
import { Refusal } from '#app/audit/refusal'
import { inMode, type Bytes } from '#app/files/receiving/transfer_mode'
import { blobStore } from '#app/files/blobs/current_store'
import { StoreFault } from '#app/files/blobs/store_fault'
import type File from '#app/files/file'
import { fileName } from '#app/files/file_name'
import type FileVersion from '#app/files/file_version'
import type { TransferMode } from '#app/files/file_version'
import { guarded } from '#app/files/receiving/guarded_source'
import HeldUpload from '#app/files/receiving/held_upload'
import { publish } from '#app/files/receiving/publish'
import { checkQuota } from '#app/files/receiving/quota_check'
import { checkLeave } from '#app/files/receiving/upload_leave'
import { SessionOver } from '#app/files/receiving/session_over'
import {
  checkSize,
  checkSpace,
  isFull,
  noSpace,
  takePlace,
} from '#app/files/receiving/upload_limits'
import { brokenOff, unreachable } from '#app/files/receiving/upload_refused'
import type Folder from '#app/folders/folder'
import type { Readable } from 'node:stream'

/** What a way in says about the bytes that it brings. */
export interface Upload {
  folder: Folder
  /** As it was sent: text, or its bytes when the way in has not decoded them. */
  name: string | Uint8Array
  sender: Account
  mode: TransferMode
  /** The way in, for the trail: "browser", "sftp", "resumable". */
  via: string
  /** The exact length, if the sender said one: any other is refused. */
  declaredBytes?: number
  /** The most that can come (the length of a whole form), to refuse early what cannot fit. */
  announcedBytes?: number
  /** Aborted when the sender is gone: what is not published by then never is (security rule 16). */
  presence?: AbortSignal
}

/** What the sender is told once the file has arrived for good. */
export interface Receipt {
  file: File
  version: FileVersion
  /** The name was taken: what stood under it is an earlier version now. */
  isNewVersion: boolean
  /** How many line endings ASCII mode changed. */
  lineEndingsChanged: number
  /** ASCII mode was asked for, but this is not text: it was kept byte for byte. */
  isKeptAsItWas: boolean
}

/**
 * The one way for bytes in (architecture.md, security rule 14). When this resolves, the file would survive a power cut and
 * everybody who may sees it; when it throws, nothing of it is visible. What is expected to fail throws a `Refusal`
 * with a sentence for the sender. A source that was refused is not read to its end: who opened it closes it.
 */
export async function receive(source: Readable, upload: Upload): Promise<Receipt> {
  /** It may fail before anybody reads it; whoever reads it hears of that, too. */
  source.on('error', () => {})
  const name = fileName(upload.name)
  await checkLeave(upload)
  const leave = takePlace(upload.sender)
  try {
    checkSize(upload.declaredBytes ?? 0)
    await checkSpace(upload.declaredBytes ?? upload.announcedBytes ?? 0)
    await checkQuota(upload, upload.declaredBytes ?? 0)
    const bytes = await inMode(upload.mode, await blobStore().keep(guarded(source, upload)))
    return await published({ upload, name, bytes })
  } catch (error) {
    throw explained(error)
  } finally {
    leave()
  }
}

/** What is nobody's fault gets a sentence, too; anything else stays a fault of ours. */
function explained(error: unknown) {
  if (isFull(error)) return noSpace(error)
  return error instanceof StoreFault ? unreachable(error) : error
}

/** After a refusal nothing names the bytes. After any other fault a row might: then the reconciler finds out. */
async function published(arrival: { upload: Upload; name: string; bytes: Bytes }) {
  try {
    if (arrival.upload.presence?.aborted) throw brokenOff()
    return await publish(arrival)
  } catch (error) {
    if (error instanceof SessionOver) await HeldUpload.hold(arrival)
    else if (error instanceof Refusal) await forget(arrival.bytes)
    throw error
  }
}

async function forget({ blob, original }: Bytes) {
  await Promise.all([blob, original].map((kept) => kept && blobStore().remove(kept.key)))
}
