import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

export type Trx = TransactionClientContract

/** PostgreSQL: serialization failure and deadlock. Both mean "nothing was done, ask again". */
const RETRIED = new Set(['40001', '40P01'])
const TRIES = 5

const inside = new AsyncLocalStorage<true>()
let lastInLine: Promise<unknown> = Promise.resolve()

/**
 * The one way to write: all of `work` is stored, or nothing. Pass `outer` to join a transaction that is under way.
 * SQLite has one writer, so its writers stand in line here instead of blocking threads inside the driver.
 */
export async function inTransaction<T>(work: (trx: Trx) => Promise<T>, outer?: Trx): Promise<T> {
  if (outer) return work(outer)
  if (inside.getStore()) {
    throw new Error('A transaction is under way here: pass its trx on, or this one waits for ever')
  }
  try {
    return await (isSqlite() ? inLine(() => attempt(work)) : retried(() => attempt(work)))
  } catch (error) {
    await (error as Undone).afterRollback?.()
    throw error
  }
}

/** An error may bring along what is to be stored although everything else was undone. */
export interface Undone {
  afterRollback?(): Promise<unknown>
}

export const isSqlite = () => db.primaryConnectionName === 'sqlite'

function attempt<T>(work: (trx: Trx) => Promise<T>) {
  return inside.run(true, () => db.transaction((trx) => begun(trx).then(work))) as Promise<T>
}

/** If BEGIN fails, knex hands out a transaction that is over already, and keeps the reason to itself. */
async function begun(trx: Trx) {
  if (trx.isCompleted) await trx.knexClient.executionPromise
  return trx
}

function inLine<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastInLine.then(work, work)
  lastInLine = turn.catch(() => {})
  return turn
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES || !RETRIED.has((error as { code: string }).code)) throw error
      await pause(Math.random() * 20 * 2 ** tries)
    }
  }
}
