import { Refusal } from '#app/audit/refusal'
import { earlierFiles } from '#app/files/receiving/earlier_files'
import type { Receipt, Upload } from '#app/files/receiving/receive'
import { lockToName } from '#app/files/blobs/blob_lock'
import { blobStore } from '#app/files/blobs/current_store'
import { openFolders } from '#app/files/receiving/open_folders'
import { Shelf } from '#app/files/receiving/shelf'
import { lastUse } from '#app/folders/access/last_use'
import type { Bytes } from '#app/files/receiving/transfer_mode'
import { brokenOff } from '#app/files/receiving/upload_refused'
import { minute, now } from '#app/shared/clock'
import { rejected, together } from '#app/shared/together'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Bytes that are kept and wait for the row that names them. */
export interface Arrival {
  upload: Upload
  name: string
  bytes: Bytes
  /** What is stored in the same transaction, once the file has its place. */
  also?: (trx: Trx) => Promise<unknown>
}

type Outcome = PromiseSettledResult<Receipt>

/**
 * Names what has arrived: file, version, counters and trail in one transaction, as many arrivals together as wait.
 * Each caller hears of its own only when all of it is stored.
 */
export const publish = together<Arrival, Receipt>(64, async (arrivals) => {
  try {
    return await inOneTransaction(arrivals)
  } catch (error) {
    if (arrivals.length === 1) throw error
    return oneByOne(arrivals)
  }
})

/** One arrival may have spoilt it for the others (a code that exists already): each gets its own transaction. */
async function oneByOne(arrivals: Arrival[]) {
  const outcomes: Outcome[] = []
  for (const arrival of arrivals) {
    outcomes.push(...(await inOneTransaction([arrival]).catch((error) => [rejected(error)])))
  }
  return outcomes
}

async function inOneTransaction(arrivals: Arrival[]): Promise<Outcome[]> {
  const outcomes = await inTransaction(async (trx) => {
    await lockToName(trx)
    await assertStillThere(arrivals)
    const openingOf = await openFolders(
      arrivals.map(({ upload }) => upload),
      trx
    )
    const shelf = new Shelf(await earlierFiles(arrivals, trx))
    const placed = arrivals.map((arrival) => {
      const opening = openingOf(arrival.upload)
      return opening instanceof Refusal ? rejected(opening) : shelf.place(arrival, opening)
    })
    await shelf.store(trx)
    for (const [at, arrival] of arrivals.entries()) {
      if (placed[at].status === 'fulfilled') await arrival.also?.(trx)
    }
    return placed
  })
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') await (outcome.reason as Refusal).afterRollback?.()
    else lastUse.note(arrivals[at].upload.sender, outcome.value.file.folder)
  }
  return outcomes
}

/** A process that slept for long may find that its bytes were taken for nobody's and removed. */
async function assertStillThere(arrivals: Arrival[]) {
  const kept = arrivals.flatMap(({ bytes: { blob, original } }) =>
    original ? [blob, original] : [blob]
  )
  for (const { key, keptAt, sizeBytes } of kept) {
    if (keptAt > now() - minute) continue
    if ((await blobStore().sizeOf(key)) !== sizeBytes) throw brokenOff()
  }
}
