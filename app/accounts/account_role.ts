import { AccountRoleSchema } from '#database/schema'

export const roles = ['operator', 'help_desk', 'liaison', 'organization_administrator'] as const
export type Role = (typeof roles)[number]

/** One role of one account: who granted it, and when. No role at all is an end user. */
export default class AccountRole extends AccountRoleSchema {
  declare role: Role
}
