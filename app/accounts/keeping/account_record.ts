import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { listed, shown } from '#app/accounts/keeping/account_row'
import AccountSession from '#app/accounts/sessions/account_session'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import { sponsoredBy } from '#app/accounts/keeping/sponsorship'
import AuditEntry from '#app/audit/audit_entry'
import { decide, permit, type Decision } from '#app/audit/decide'
import { describe } from '#app/audit/describe'
import { now, type Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** What may be done with an account, in the order in which it is offered. */
const acts = [
  'account.edit',
  'account.reset_password',
  'account.send_activation',
  'account.unlock',
  'account.end_sessions',
  'account.deactivate',
  'account.reactivate',
] as const

/** All that the page of an account shows to who keeps it. */
export async function recordOf(by: Account, account: Account) {
  await permit(by, 'account.show', account)
  const asOf = now()
  return {
    account,
    ...(await standingOf(account, asOf)),
    sponsor: account.sponsorId ? await Account.find(account.sponsorId) : null,
    sponsored: await sponsoredBy(account).limit(20),
    sessions: await AccountSession.liveOf(account, asOf),
    signIns: await AccountSession.latestOf(account),
    history: await historyOf(by, account),
    may: await mayWith(by, account),
  }
}

/** How an account stands, in words, and what they rest on. */
export async function standingOf(account: Account, asOf: Instant) {
  const [row] = await shown(db.from('accounts').where('accounts.id', account.id), asOf)
  const { statuses, lockedUntil } = listed(row, asOf)
  return {
    statuses,
    lockedUntil,
    isActive: account.isActive(asOf),
    isWaiting: awaitsActivation(account),
    deactivation: await deactivationOf(account),
  }
}

/** Whose deactivation is in force, by whom and why. */
async function deactivationOf(account: Account) {
  if (account.deactivatedAt === null) return null
  const one = { accountId: account.id }
  const row = await AccountDeactivation.query().where(one).whereNull('endedAt').first()
  const by = row?.createdBy ? await Account.find(row.createdBy) : null
  return { because: account.deactivatedBecause, at: account.deactivatedAt, by }
}

/** What happened to the account lately, as its own organization's trail has it. */
async function historyOf(by: Account, account: Account) {
  const entries = await AuditEntry.query()
    .where('subjectId', account.id)
    .orderBy('id', 'desc')
    .limit(20)
  return entries
    .filter(({ organizationId }) => organizationId === by.organizationId)
    .map((entry) => ({ at: entry.createdAt, sentence: describe(entry) }))
}

async function mayWith(by: Account, account: Account) {
  const answers: [string, Decision][] = []
  for (const act of acts) answers.push([act.slice(8), await decide(by, act, account)])
  return Object.fromEntries(answers)
}
