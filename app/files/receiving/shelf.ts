import { recordEach, type Happening } from '#app/audit/record'
import { placeOf, type Earlier } from '#app/files/receiving/earlier_files'
import File from '#app/files/file'
import { newCode } from '#app/files/file_code'
import FileVersion from '#app/files/file_version'
import type { Arrival } from '#app/files/receiving/publish'
import type { Receipt } from '#app/files/receiving/receive'
import { columnsOf } from '#app/files/receiving/transfer_mode'
import type { OpenFolder } from '#app/files/receiving/open_folders'
import { overQuota } from '#app/files/receiving/quota_check'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import type Folder from '#app/folders/folder'
import { tally, type Gain } from '#app/folders/tally'
import { day, now } from '#app/shared/clock'
import { insertAll } from '#app/shared/insert_all'
import { nameKey } from '#app/shared/names'
import { fulfilled, rejected } from '#app/shared/together'
import type { Trx } from '#app/shared/transaction'
import { v7 as uuidv7 } from 'uuid'

/** Puts arrivals in their places, first in memory; then everything is stored with few statements. */
export class Shelf {
  #receivedAt = now()
  #files = new Set<File>()
  #versions: FileVersion[] = []
  #happenings: Happening[] = []
  /** What each folder gains. */
  #gains = new Map<string, Gain>()

  constructor(readonly earlier: Map<string, Earlier>) {}

  /** A name that is taken gets a new version, unless the file under it is one that the sender may not know of. */
  place(arrival: Arrival, open: OpenFolder): PromiseSettledResult<Receipt> {
    const { folder } = open
    const place = placeOf(folder.id, arrival.name)
    const standing = this.earlier.get(place)
    if (standing && isForeign(standing, folder, arrival)) return rejected(nameTaken(arrival.name))
    const { sizeBytes } = arrival.bytes.blob
    if (!fits(sizeBytes, open)) return rejected(overQuota())

    const file = standing?.file ?? this.#newFile(folder)
    const number = (standing?.lastNumber ?? 0) + 1
    const bytes = sizeBytes - (standing?.file.sizeBytes ?? 0)
    this.#gain(folder, { files: standing ? 0 : 1, bytes, keptBytes: sizeBytes })
    this.#fill(file, arrival, open, number)
    const version = this.#addVersion(file, arrival)
    this.earlier.set(place, { file, lastNumber: number })
    this.#note(arrival, file, folder)
    return fulfilled({
      file,
      version,
      isNewVersion: number > 1,
      lineEndingsChanged: arrival.bytes.lineEndingsChanged,
      isKeptAsItWas: arrival.bytes.isKeptAsItWas,
    })
  }

  async store(trx: Trx) {
    const files = [...this.#files]
    await insertAll(
      files.filter(({ $isPersisted }) => !$isPersisted),
      trx
    )
    for (const file of files) if (file.$isDirty) await file.useTransaction(trx).save()
    await insertAll(this.#versions, trx)
    for (const [id, gain] of this.#gains) await tally(id, gain, trx)
    await recordEach('file.received', this.#happenings, trx)
  }

  #newFile(folder: Folder) {
    return new File().fill({
      id: uuidv7(),
      folderId: folder.id,
      code: newCode(),
      createdAt: this.#receivedAt,
    })
  }

  #fill(file: File, arrival: Arrival, { folder, keepDays }: OpenFolder, number: number) {
    const { upload, name, bytes } = arrival
    const { blob } = bytes
    file.merge({
      name,
      nameKey: nameKey(name),
      sizeBytes: blob.sizeBytes,
      sha256: blob.sha256,
      versionNumber: number,
      pickedUpAt: null,
      senderId: upload.sender.id,
      receivedAt: this.#receivedAt,
      purgeAt: this.#receivedAt + keepDays * day,
    })
    file.$setRelated('folder', folder)
    file.$setRelated('sender', upload.sender)
    this.#files.add(file)
  }

  #addVersion(file: File, { upload, bytes }: Arrival) {
    const version = new FileVersion().fill({
      fileId: file.id,
      number: file.versionNumber,
      transferMode: upload.mode,
      ...columnsOf(bytes),
      senderId: upload.sender.id,
      createdAt: this.#receivedAt,
    })
    this.#versions.push(version)
    return version
  }

  #gain(folder: Folder, { files, bytes, keptBytes }: Gain) {
    const gain = this.#gains.get(folder.id) ?? { files: 0, bytes: 0, keptBytes: 0 }
    this.#gains.set(folder.id, {
      files: gain.files + files,
      bytes: gain.bytes + bytes,
      keptBytes: gain.keptBytes + keptBytes,
    })
  }

  #note({ upload, bytes }: Arrival, file: File, folder: Folder) {
    const { via, mode, sender } = upload
    const { sizeBytes, sha256 } = bytes.blob
    const { lineEndingsChanged } = bytes
    const details = { folder: folder.name, folderId: folder.id, version: file.versionNumber }
    this.#happenings.push({
      actor: sender,
      subject: file,
      details: { ...details, sizeBytes, sha256, mode, lineEndingsChanged, via },
    })
  }
}

/** Takes the bytes of all quotas that hold, or of none. */
function fits(sizeBytes: number, { quotas }: OpenFolder) {
  if (sizeBytes > 0 && quotas.some(({ leftBytes }) => sizeBytes > leftBytes)) return false
  for (const quota of quotas) quota.leftBytes -= sizeBytes
  return true
}

/** A drop-off folder hides from contributors what others sent, so they must not be able to replace it either. */
const isForeign = ({ file }: Earlier, folder: Folder, { upload }: Arrival) =>
  folder.isDropOff && file.senderId !== upload.sender.id

const nameTaken = (name: string) =>
  new UploadRefused(
    'upload.name_taken',
    `The name "${name}" is taken in this drop-off folder by somebody else's file.`,
    'Choose another name and upload the file again.'
  )
