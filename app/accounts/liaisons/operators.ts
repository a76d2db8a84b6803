import Account from '#app/accounts/account'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Who runs the service, or ever ran it, the first of them first. */
export const operators = (trx?: Trx) =>
  Account.query({ client: trx })
    .whereHas('grants', (grants) => grants.where('role', 'operator'))
    .orderBy('createdAt')
    .orderBy('id')

export const activeOperators = (trx?: Trx) =>
  operators(trx).withScopes((scopes) => scopes.activeAt(now()))

/** Whether there is somebody who can look after the service at all. */
export const hasOperator = async () => (await activeOperators().first()) !== null
