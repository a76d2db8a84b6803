import type Account from '#app/accounts/account'
import { permit, permitEach } from '#app/audit/decide'
import { recordEach } from '#app/audit/record'
import { chosenFiles, type Selection } from '#app/files/sending/archive_selection'
import { assertWhole } from '#app/files/sending/content'
import { downloadOf } from '#app/files/sending/download_record'
import File from '#app/files/file'
import type { Parcel } from '#app/files/sending/parcel'
import { pickUp } from '#app/files/sending/pick_up'
import { safeNames } from '#app/files/zip/safe_names'
import { zip, zipBytes } from '#app/files/zip/zip'
import type Folder from '#app/folders/folder'
import { folderAsSeen } from '#app/folders/folder_as_seen'
import { lastUse } from '#app/folders/access/last_use'
import { isOlder, now, second } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

/** So much is asked for and put on record at a time; the last entry of a batch waits its turn behind the others. */
const batch = { files: 64, bytes: 32 * 1024 ** 2 }

/** Several files as one ZIP. Throws ArchiveRefused with a sentence if they cannot be sent together. */
export async function archive(actor: Account, folder: Folder, selection: Selection) {
  await permit(actor, 'folder.list', folder)
  const parcels = await chosenFiles(actor, folder, selection)
  const { name } = await folderAsSeen(actor, folder)
  return new Archive(actor, folder, parcels, `${name}.zip`)
}

export class Archive {
  #entries
  /** Up to which entry the person was asked for and the trail written, and when. */
  #cleared = 0
  #clearedAt = 0

  constructor(
    readonly actor: Account,
    readonly folder: Folder,
    readonly parcels: Parcel[],
    readonly name: string
  ) {
    const names = safeNames(parcels.map((parcel) => parcel.name))
    this.#entries = parcels.map(({ file, sizeBytes }, at) => ({
      name: names[at],
      modifiedAt: file.receivedAt,
      sizeBytes,
    }))
  }

  get sizeBytes() {
    return zipBytes(this.#entries)
  }

  pieces() {
    return zip(this.#entries, (at) => this.#open(at))
  }

  /** Security rule 23: each entry is authorized when it is opened, at most a second before, and recorded before it leaves. */
  async #open(at: number) {
    const parcel = this.parcels[at]
    if (at >= this.#cleared) await this.#clear(at)
    else if (isOlder(this.#clearedAt, second)) await this.#ask([parcel])
    await assertWhole(parcel.file, parcel.content)
    return parcel.bytes()
  }

  async #clear(from: number) {
    const parcels = this.#batch(from)
    await this.#ask(parcels)
    await inTransaction(async (trx) => {
      const downloads = parcels.map((parcel) => downloadOf(parcel, { archive: true }))
      await recordEach('file.downloaded', downloads, trx)
      for (const { file, version } of parcels) await pickUp(this.actor, file, version.number, trx)
    })
    lastUse.note(this.actor, this.folder)
    this.#cleared = from + parcels.length
    this.#clearedAt = now()
  }

  #batch(from: number) {
    let bytes = 0
    let to = from
    do bytes += this.parcels[to++].content.sizeBytes
    while (to < this.parcels.length && to - from < batch.files && bytes < batch.bytes)
    return this.parcels.slice(from, to)
  }

  /** As things stand now: the archive may have been begun long ago. */
  async #ask(parcels: Parcel[]) {
    await this.folder.refresh()
    const ids = parcels.map(({ file }) => file.id)
    const fresh = await File.query().whereIn('id', ids)
    for (const file of fresh) file.$setRelated('folder', this.folder)
    await permitEach(this.actor, 'file.download', fresh)
  }
}
