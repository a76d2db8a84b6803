import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'

/** Somebody without an account who shall speak for an organization. */
export interface Appointee {
  username: string
  fullName: string
  email: string
  phone?: string
  title?: string
}

export type Opening = { account: Account } | { problems: Problems }

/** An operator hands nobody a password: the way in is a mailed link. */
export const byMail = {
  credentialSource: 'local',
  mustChangePassword: false,
  first: 'mailed_link',
} as const
