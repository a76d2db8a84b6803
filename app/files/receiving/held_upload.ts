import type Account from '#app/accounts/account'
import { theService, type Subject } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { lockToName } from '#app/files/blobs/blob_lock'
import { removeBytes } from '#app/files/deleting/file_destruction'
import type { TransferMode } from '#app/files/file_version'
import { publish, type Arrival } from '#app/files/receiving/publish'
import type { Receipt } from '#app/files/receiving/receive'
import { columnsOf } from '#app/files/receiving/transfer_mode'
import Folder from '#app/folders/folder'
import { HeldUploadSchema } from '#database/schema'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'
import { errors } from '@adonisjs/lucid'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

type Outcome = 'kept' | 'discarded' | 'expired'

/**
 * What arrived whole after its sender's session had ended. It lies in no folder and nobody sees it, until the sender
 * signs in again and says so: whoever took over an abandoned browser cannot put anything anywhere.
 */
export default class HeldUpload extends HeldUploadSchema implements Subject {
  subjectType = 'held_upload'
  declare transferMode: TransferMode

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  get subjectName() {
    return this.name
  }

  get organizationId() {
    return this.folder?.organizationId ?? null
  }

  static waiting = scope((query) => query.whereNull('settledAt').orderBy('createdAt'))

  static waitingFor(account: Account) {
    return this.query()
      .where('accountId', account.id)
      .withScopes((scopes) => scopes.waiting())
      .preload('folder')
  }

  static async findFor(account: Account, id: string) {
    const held = await this.waitingFor(account).where({ id }).first()
    if (!held) throw new errors.E_ROW_NOT_FOUND()
    return held
  }

  static hold({ upload, name, bytes }: Arrival) {
    return inTransaction(async (trx) => {
      await lockToName(trx)
      const held = await this.create(
        {
          accountId: upload.sender.id,
          folderId: upload.folder.id,
          name,
          transferMode: upload.mode,
          ...columnsOf(bytes),
        },
        { client: trx }
      )
      held.$setRelated('folder', upload.folder)
      await record('upload.held', { actor: upload.sender, subject: held }, trx)
    })
  }

  /** Puts it into its folder now, with everything that is asked of an upload. */
  async keep(by: Account): Promise<Receipt> {
    await permit(by, 'upload.settle', this)
    const { name, folder, transferMode } = this
    return publish({
      upload: { folder, name, sender: by, mode: transferMode, via: 'browser' },
      name,
      bytes: this.#bytes(),
      also: (trx) => this.#settle('kept', trx),
    })
  }

  async discard(by: Account) {
    const keys = this.#keys()
    await inTransaction(async (trx) => {
      await permit(by, 'upload.settle', this, trx)
      await this.#settle('discarded', trx)
      await record('upload.discarded', { actor: by, subject: this }, trx)
    })
    await removeBytes(keys)
  }

  /** What nobody confirmed in time goes, unless somebody does so just now. Answers how many went. */
  static async expire(asOf: Instant) {
    const due = await this.query()
      .withScopes((scopes) => scopes.waiting())
      .where('createdAt', '<=', asOf - service.recoverDays * day)
      .preload('folder')
      .limit(1_000)
    let expired = 0
    for (const held of due) if (await held.#expire()) expired++
    return expired
  }

  async #expire() {
    const keys = this.#keys()
    const isDone = await inTransaction(async (trx) => {
      if (!(await this.#isSettledNow('expired', trx))) return false
      await record('upload.expired', { actor: theService, subject: this }, trx)
      return true
    })
    if (isDone) await removeBytes(keys)
    return isDone
  }

  /** The second of two clicks finds it settled and changes nothing. */
  async #settle(outcome: Outcome, trx: Trx) {
    if (!(await this.#isSettledNow(outcome, trx))) throw new errors.E_ROW_NOT_FOUND()
  }

  async #isSettledNow(outcome: Outcome, trx: Trx) {
    const changed = await HeldUpload.query({ client: trx })
      .where('id', this.id)
      .whereNull('settledAt')
      .update({ settledAt: now(), outcome, blobKey: null, originalBlobKey: null })
    return Number(changed) === 1
  }

  #keys() {
    return [this.blobKey, this.originalBlobKey].filter((key) => key !== null)
  }

  #bytes(): Arrival['bytes'] {
    const text = this.isText ? ('utf-8' as const) : null
    const blob = (key: string, sizeBytes: number, sha256: string) => {
      return { key, sizeBytes, sha256, text, keptAt: this.createdAt }
    }
    const { originalBlobKey: key, originalSizeBytes, originalSha256 } = this
    return {
      blob: blob(this.blobKey!, this.sizeBytes, this.sha256),
      original: key === null ? undefined : blob(key, originalSizeBytes!, originalSha256!),
      lineEndingsChanged: this.lineEndingsChanged,
      isKeptAsItWas: this.transferMode === 'ascii' && !this.isText,
    }
  }
}
