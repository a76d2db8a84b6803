import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** Stands in no user name that anybody can choose (account_details.ts). */
const mark = '#'

/** What an account is called whose user name was given free: nobody can type it, and no two are alike. */
export const freedName = ({ id, username }: { id: string; username: string }) =>
  `${username.slice(0, 80)}${mark}${id.slice(-12)}`

/** Without the accounts that were taken back as if they had never been: they are in no list of people. */
export const notFreed = (query: DatabaseQueryBuilderContract) =>
  query.whereNot('accounts.username', 'like', `%${mark}%`)
