import Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import ImportedAccount from '#app/folders/imports/imported_account'
import { checkRows } from '#app/folders/imports/import_check'
import { readTable, type Row } from '#app/folders/imports/import_text'
import Organization from '#app/organizations/organization'
import { AccountImportSchema } from '#database/schema'
import { day, minute, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

export const previewLives = day
export const undoLives = 7 * day
/** A run that makes passwords gives a sign of life with each; one that is silent for so long has died. */
const silence = 2 * minute

export interface Table {
  text: string
  /** The file's name, or that it was pasted. */
  name: string
  encoding: string
}

type First = 'mailed_link' | 'shown_once'

/** Many accounts from one table: previewed, applied as it was previewed, and undone for a week. */
export default class AccountImport extends AccountImportSchema implements Subject {
  declare status: 'previewed' | 'preparing' | 'applied' | 'undone'
  declare first: First | null
  subjectType = 'account_import'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  @belongsTo(() => Account, { foreignKey: 'createdBy' })
  declare maker: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'appliedBy' })
  declare applier: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'undoneBy' })
  declare undoer: BelongsTo<typeof Account>

  @hasMany(() => ImportedAccount, { foreignKey: 'importId' })
  declare accounts: HasMany<typeof ImportedAccount>

  get subjectName() {
    return `${this.sourceName} (${this.rowCount} ${this.rowCount === 1 ? 'person' : 'people'})`
  }

  get readRows(): Row[] {
    return JSON.parse(this.rows ?? '[]')
  }

  /** One's own preview, or an import of one's own organization. Throws E_ROW_NOT_FOUND. */
  static async findFor(by: Account, id: string) {
    const found = await this.query()
      .where({ id })
      .preload('organization')
      .preload('applier')
      .preload('undoer')
      .firstOrFail()
    const isOurs = found.organizationId === by.organizationId
    const isOpen = found.status === 'applied' || found.status === 'undone'
    const isHidden = !isOurs || (!isOpen && found.createdBy !== by.id) || found.isForgotten(now())
    return isHidden ? conceal(by, found) : found
  }

  /** Keeps a table for its preview, in the place of an earlier one or as a new one. What cannot be read at all is not kept. */
  static async preview(by: Account, table: Table, earlier?: AccountImport) {
    const reading = readTable(table.text)
    await permit(by, 'account.import', by.organization)
    if ('faults' in reading) return reading
    return inTransaction(async (trx) => {
      await permit(by, 'account.import', by.organization, trx)
      const columns = {
        source: table.text,
        sourceName: table.name.slice(0, 255),
        encoding: table.encoding,
        rows: JSON.stringify(reading.rows),
        rowCount: reading.rows.length,
        createdAt: now(),
        failure: null,
      }
      if (earlier) return earlier.#keep(columns, trx)
      const own = { organizationId: by.organizationId, createdBy: by.id }
      return this.create({ ...own, ...columns, status: 'previewed' }, { client: trx })
    })
  }

  /** Null if it is being applied, or was. */
  async #keep(columns: Partial<AccountImport['$attributes']>, trx: Trx) {
    const [changed] = await AccountImport.query({ client: trx })
      .where({ id: this.id, status: 'previewed' })
      .update(columns)
    return Number(changed) === 1 ? this : null
  }

  /** What would happen now. */
  checked(trx?: Trx) {
    return checkRows(this.readRows, this.organization, trx)
  }

  isForgotten(asOf: Instant) {
    return this.status === 'previewed' && this.createdAt <= asOf - previewLives
  }

  get undoableUntil() {
    return this.appliedAt === null ? null : this.appliedAt + undoLives
  }

  isUndoable(asOf: Instant) {
    return this.status === 'applied' && this.undoableUntil! > asOf
  }

  /** A preview that nobody wants is gone at once, with what was typed. */
  discard(by: Account) {
    return inTransaction(async (trx) => {
      await permit(by, 'account.import', this.organization, trx)
      const one = { id: this.id, status: 'previewed', createdBy: by.id }
      return Number(await AccountImport.query({ client: trx }).where(one).delete()) === 1
    })
  }

  /** Gives back what a process left behind that died while it made passwords: nothing of it was stored. */
  static async releaseSilent(asOf: Instant) {
    return inTransaction(async (trx) => {
      const failure =
        'The service was interrupted while it made the first passwords. Nobody was imported.'
      const [released] = await this.query({ client: trx })
        .where('status', 'preparing')
        .where('preparedAt', '<=', asOf - silence)
        .update({ status: 'previewed', runId: null, failure })
      return Number(released)
    })
  }

  /** Previews of yesterday are forgotten: they hold what was typed of many people. */
  static async forget(asOf: Instant) {
    return inTransaction(async (trx) => {
      const old = this.query({ client: trx })
        .where('status', 'previewed')
        .where('createdAt', '<=', asOf - previewLives)
      return Number(await old.delete())
    })
  }
}
