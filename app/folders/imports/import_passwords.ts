import type Account from '#app/accounts/account'
import { asFirstPassword, drawnFrom } from '#app/accounts/passwords/first_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type { FirstPassword } from '#app/folders/account_opening'
import AccountImport from '#app/folders/imports/account_import'
import { apply } from '#app/folders/imports/import_applying'
import { isFine, type Checked } from '#app/folders/imports/import_check'
import ImportedAccount from '#app/folders/imports/imported_account'
import { hour, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import logger from '@adonisjs/core/services/logger'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'

/** How long the list of first passwords can be asked for. */
export const listLives = 2 * hour
/** A hash takes a fifth of a second: so often the rest of the world hears how far it is. */
const signOfLifeEvery = 5

const runs = new Map<string, Promise<unknown>>()

/**
 * Begins to make a first password for everybody with a local account, then imports all. Hashing five hundred takes minutes,
 * so it goes on after the answer; the passwords follow from the seed, which only the person's browser keeps.
 */
export async function applyWithPasswords(
  by: Account,
  wanted: AccountImport,
  seed: string
): Promise<'begun' | 'gone' | 'changed'> {
  await permit(by, 'account.import', wanted.organization)
  const rows = await wanted.checked()
  if (!rows.every(isFine)) return 'changed'
  const runId = await begin(by, wanted)
  if (!runId) return 'gone'

  const run = carryOut(by, wanted, { runId, seed, rows })
    .catch((error) => fail(wanted, runId, error))
    .finally(() => runs.delete(wanted.id))
  runs.set(wanted.id, run)
  return 'begun'
}

/** Waits a while for a run of this process; one of another process is asked for again later. */
export async function waitFor({ id }: AccountImport, ms: number) {
  const run = runs.get(id)
  if (!run) return
  const late = new AbortController()
  await Promise.race([run, pause(ms, undefined, { signal: late.signal }).catch(() => {})])
  late.abort()
}

function begin(by: Account, { id }: AccountImport) {
  return inTransaction(async (trx) => {
    const runId = uuidv7()
    const [changed] = await AccountImport.query({ client: trx })
      .where({ id, status: 'previewed', createdBy: by.id })
      .update({ status: 'preparing', runId, preparedCount: 0, preparedAt: now(), failure: null })
    return Number(changed) === 1 ? runId : null
  })
}

async function carryOut(
  by: Account,
  wanted: AccountImport,
  { runId, seed, rows }: { runId: string; seed: string; rows: Checked[] }
) {
  const made = new Map<string, FirstPassword>()
  for (const { person } of rows) {
    if (person.credentialSource !== 'local') continue
    made.set(person.username, await asFirstPassword(drawnFrom(seed, passwordName(wanted, person))))
    const isTold = made.size % signOfLifeEvery !== 0 || (await giveSign(wanted, runId, made.size))
    if (!isTold) return
  }
  const from = { status: 'preparing', runId }
  const end = await apply(by, wanted, from, ({ person }) => made.get(person.username))
  if (end === 'changed')
    await release(wanted, runId, 'Something changed meanwhile. Nobody was imported.')
}

const passwordName = ({ id }: AccountImport, { username }: { username: string }) =>
  `${id}/${username}`

/** False if the run was taken for dead: then somebody may have begun another one. */
function giveSign({ id }: AccountImport, runId: string, preparedCount: number) {
  return inTransaction(async (trx) => {
    const [changed] = await AccountImport.query({ client: trx })
      .where({ id, runId, status: 'preparing' })
      .update({ preparedCount, preparedAt: now() })
    return Number(changed) === 1
  })
}

function fail(wanted: AccountImport, runId: string, error: unknown) {
  logger.error({ err: error, import: wanted.id }, 'import.failed')
  const sentence = 'The first passwords could not be made. Nobody was imported. Please try again.'
  return release(wanted, runId, sentence).catch(() => {})
}

function release({ id }: AccountImport, runId: string, failure: string) {
  return inTransaction((trx) =>
    AccountImport.query({ client: trx })
      .where({ id, runId, status: 'preparing' })
      .update({ status: 'previewed', runId: null, failure })
  )
}

export type Paper = 'page' | 'csv'
const columns = { page: 'listShownAt', csv: 'csvTakenAt' } as const

/**
 * The first passwords, once on a page and once as a file, for who applied the import and still has the seed. Null if they
 * were shown before, or it is too late.
 */
export function takePasswords(by: Account, wanted: AccountImport, seed: string, paper: Paper) {
  return inTransaction(async (trx) => {
    await permit(by, 'account.import', wanted.organization, trx)
    const [changed] = await AccountImport.query({ client: trx })
      .where({ id: wanted.id, status: 'applied', first: 'shown_once', appliedBy: by.id })
      .where('appliedAt', '>', now() - listLives)
      .whereNull(columns[paper])
      .update({ [columns[paper]]: now() })
    if (Number(changed) !== 1) return null

    const opened = await ImportedAccount.query({ client: trx })
      .where('importId', wanted.id)
      .preload('account')
      .orderBy('line')
    await record('import.passwords_shown', { actor: by, subject: wanted, details: { paper } }, trx)
    return opened
      .filter(({ account }) => account.isLocal)
      .map(({ account, username }) => ({
        username,
        fullName: account.fullName,
        password: drawnFrom(seed, passwordName(wanted, { username })),
      }))
  })
}
