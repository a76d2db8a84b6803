import ServiceSetting from '#app/accounts/service_policy/service_setting'
import type { Trx } from '#app/shared/transaction'

/** What a form sends for a setting: nothing, one value, or several ticks. */
export type Typed = string | string[] | undefined
type Judged<T> = { value: T } | { problem: string }

interface Kind<T> {
  kind: string
  default: T
  /** What was typed, or why it cannot be. */
  judge(typed: Typed): Judged<T>
  inWords(value: T): string
}

interface Told {
  label: string
  hint?: string
}

export interface Option {
  value: string
  label: string
}

/** One line of the service's policy: what it is called, what it may be, and what it is as long as nobody decided. */
export class Setting<T = any, More = {}> {
  constructor(
    readonly name: string,
    readonly told: Told & More,
    readonly of: Kind<T>
  ) {}

  /** What holds now. */
  async value(trx?: Trx): Promise<T> {
    return this.read(await ServiceSetting.find(this.name, { client: trx }))
  }

  /** What a stored row says; a value that the setting cannot have any more is as if nobody had decided. */
  read(row: ServiceSetting | null): T {
    return row ? this.#known(JSON.parse(row.value)) : this.of.default
  }

  #known(stored: unknown) {
    const typed = Array.isArray(stored) ? stored.map(String) : String(stored)
    const judged = this.of.judge(typed)
    return 'value' in judged ? judged.value : this.of.default
  }
}

/** A whole number within bounds. */
export function number(
  name: string,
  told: Told & { unit: string; default: number; least: number; most: number }
) {
  const { least, most, unit } = told
  return new Setting<number, typeof told>(name, told, {
    kind: 'number',
    default: told.default,
    judge(typed) {
      const text = typeof typed === 'string' ? typed.trim() : ''
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      if (value >= least && value <= most) return { value }
      return { problem: `Write a whole number of ${unit}, from ${least} to ${most}.` }
    },
    inWords: (value) => `${value} ${unit}`,
  })
}

/** Any of some things, each allowed or not. */
export function choices<V extends string>(
  name: string,
  told: Told & { options: { value: V; label: string }[]; default: V[] }
) {
  const { options } = told
  return new Setting<V[], typeof told>(name, told, {
    kind: 'choices',
    default: told.default,
    judge(typed) {
      const ticked = [typed ?? []].flat()
      return { value: options.map(({ value }) => value).filter((one) => ticked.includes(one)) }
    },
    inWords: (value) =>
      options
        .filter((option) => value.includes(option.value))
        .map(({ label }) => label)
        .join(', ') || 'nothing',
  })
}
