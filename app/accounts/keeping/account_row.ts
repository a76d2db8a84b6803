import { awaitsFirstPassword } from '#app/accounts/passwords/activation'
import { statusesOf, type Status } from '#app/accounts/keeping/account_status'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** One person in a list of an organization's people. */
export interface ListedAccount {
  id: string
  username: string
  fullName: string
  title: string | null
  email: string | null
  lastSignedInAt: Instant | null
  endsAt: Instant | null
  lockedUntil: Instant | null
  statuses: Status[]
}

const columns = [
  'id',
  'username',
  'full_name',
  'title',
  'email',
  'credential_source',
  'must_change_password',
  'password_expires_at',
  'deactivated_at',
  'ends_at',
  'last_signed_in_at',
  'created_at',
  'sponsor_id',
]

/** What is shown of accounts, with what their sign-ins wait for, and whether somebody still answers for outside people. */
export const shown = (query: DatabaseQueryBuilderContract, asOf: Instant) =>
  query.leftJoin('accounts as sponsors', 'sponsors.id', 'accounts.sponsor_id').select(
    ...columns.map((name) => `accounts.${name}`),
    /** Whether there is one, never which: a list has no use for it. */
    db.raw('(accounts.password_hash is not null) as has_password'),
    'accounts.password_changed_at',
    db.raw('(select max(open_at) from throttles where account_id = accounts.id) as open_at'),
    db.raw('(sponsors.deactivated_at is null and coalesce(sponsors.ends_at, ?) > ?) as is_backed', [
      Number.MAX_SAFE_INTEGER,
      asOf,
    ])
  )

export function listed(row: any, asOf: Instant): ListedAccount {
  const lockedUntil = row.open_at > asOf ? row.open_at : null
  return {
    id: row.id,
    username: row.username,
    fullName: row.full_name,
    title: row.title,
    email: row.email,
    lastSignedInAt: row.last_signed_in_at,
    endsAt: row.ends_at,
    lockedUntil,
    statuses: statusesOf({ ...standingOf(row), lockedUntil }, asOf),
  }
}

const standingOf = (row: any) => ({
  isLocal: row.credential_source === 'local',
  mustChangePassword: Boolean(row.must_change_password),
  awaitsActivation: awaitsFirstPassword({
    isLocal: row.credential_source === 'local',
    hasPassword: Boolean(row.has_password),
    passwordChangedAt: row.password_changed_at,
    lastSignedInAt: row.last_signed_in_at,
  }),
  passwordExpiresAt: row.password_expires_at,
  deactivatedAt: row.deactivated_at,
  endsAt: row.ends_at,
  lastSignedInAt: row.last_signed_in_at,
  createdAt: row.created_at,
  sponsorId: row.sponsor_id,
  hasSponsor: Boolean(row.is_backed),
})
