import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import type AccountSession from '#app/accounts/sessions/account_session'
import Organization from '#app/organizations/organization'
import db from '@adonisjs/lucid/services/db'
import type { LucidModel } from '@adonisjs/lucid/types/model'

type Row = Record<string, unknown>

/** All columns of these tables, each under a name of its own; written once, for they are many. */
export const columnsOfAll = (session: LucidModel) =>
  db.raw(
    [session, Account, Organization, AccountRole]
      .flatMap((model) => columnsOf(model).map((column) => [model.table, column]))
      .map(([table, column]) => `${table}.${column} as ${table}_${column}`)
      .join(', ')
  )

/** A session with its account, organization and roles, from one row for each role. */
export function sessionFrom(model: typeof AccountSession, rows: Row[]) {
  const session = part(model, rows[0])!
  const account = part(Account, rows[0])!
  const organization = part(Organization, rows[0])!
  account.$setRelated('organization', organization)
  account.$setRelated(
    'grants',
    rows.map((row) => part(AccountRole, row)).filter((role) => role !== null)
  )
  session.$setRelated('account', account)
  account.wasRead().session = session
  return session
}

/** One table's share of a row; null where the join found nothing. */
function part<Model extends LucidModel>(model: Model, row: Row) {
  if (row[`${model.table}_id`] === null) return null
  const own: Row = {}
  for (const column of columnsOf(model)) own[column] = row[`${model.table}_${column}`]
  return model.$createFromAdapterResult(own) as InstanceType<Model>
}

const known = new Map<LucidModel, string[]>()

function columnsOf(model: LucidModel) {
  model.boot()
  const columns = known.get(model) ?? Object.keys(model.$keys.columnsToAttributes.all())
  known.set(model, columns)
  return columns
}
