import Account from '#app/accounts/account'
import { operates } from '#app/accounts/administration'
import { settings } from '#app/accounts/service_policy/service_policy'
import ServiceSetting from '#app/accounts/service_policy/service_setting'
import type { Setting, Typed } from '#app/accounts/service_policy/setting'
import { permit, rule } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'policy.change': null
  }
}

rule('policy.change', (actor) => operates(actor))

/** The policy as it is, each line with who decided it, if anybody did. */
export async function presentPolicy() {
  const rows = await ServiceSetting.all()
  const deciders = rows.flatMap(({ changedBy }) => changedBy ?? [])
  const people = deciders.length ? await Account.query().whereIn('id', deciders) : []
  return settings.map((setting) => {
    const row = rows.find(({ name }) => name === setting.name) ?? null
    return {
      setting,
      value: setting.read(row),
      changedAt: row?.changedAt ?? null,
      changedBy: people.find(({ id }) => id === row?.changedBy)?.fullName ?? null,
    }
  })
}

type Change = { problems: Record<string, string[]> } | { changed: string[] }

/** Decides all that a form says. What is as it was stays whoever decided it; of a form with a fault nothing is stored. */
export function changePolicy(by: Account, typed: Record<string, Typed>, outer?: Trx) {
  return inTransaction(async (trx): Promise<Change> => {
    await permit(by, 'policy.change', null, trx)
    const problems: Record<string, string[]> = {}
    const values = new Map<Setting, unknown>()
    for (const setting of settings) {
      const judged = setting.of.judge(typed[setting.name])
      if ('problem' in judged) problems[setting.name] = [judged.problem]
      else values.set(setting, judged.value)
    }
    if (Object.keys(problems).length) return { problems }

    const changed: string[] = []
    for (const [setting, value] of values) {
      if (await decide(by, setting, value, trx)) changed.push(setting.told.label)
    }
    return { changed }
  }, outer)
}

async function decide(by: Account, setting: Setting, value: unknown, trx: Trx) {
  const { name, told, of } = setting
  const [before, after] = [of.inWords(await setting.value(trx)), of.inWords(value)]
  if (before === after) return false
  const row = { value: JSON.stringify(value), changedAt: now(), changedBy: by.id }
  await ServiceSetting.updateOrCreate({ name }, row, { client: trx })
  const details = { setting: told.label, before, after }
  await record('policy.changed', { actor: by, details }, trx)
  return true
}
