import type { Trx } from '#app/shared/transaction'

/** What a folder gains or, below zero, loses. */
export interface Gain {
  files: number
  bytes: number
  /** With all earlier versions: what a quota goes by. */
  keptBytes: number
}

/**
 * Locks a folder for the rest of the transaction. Whoever changes what lies in it does this first, so that names and
 * counters are changed by one at a time. SQLite has one writer anyway.
 */
export function lockFolder(id: string, trx: Trx) {
  return trx.from('folders').where({ id }).forUpdate().select('id').first()
}

/** Keeps the counters of a folder in step with what lies in it. */
export function tally(id: string, { files, bytes, keptBytes }: Gain, trx: Trx) {
  return trx
    .from('folders')
    .where({ id })
    .update({
      file_count: trx.raw('file_count + ?', [files]),
      size_bytes: trx.raw('size_bytes + ?', [bytes]),
      kept_bytes: trx.raw('kept_bytes + ?', [keptBytes]),
    })
}
