import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { now, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** Who has to act, or what there is to know: for us to decide, waiting at others, refused lately, about to end. */
export const inboxGroups = ['decide', 'waiting', 'refused', 'ending'] as const
export type InboxGroup = (typeof inboxGroups)[number]

/** One thing in the inbox, as its reader is told of it. */
export interface InboxItem {
  title: string
  /** Who is asked, or whom it concerns. */
  asked: string
  onYes: string
  path: string
}

/** One kind of what may wait for an organization. Each room adds its own. */
export interface InboxKind {
  /** In the plural, as the filter shows it: "Offers to us". */
  label: string
  group: InboxGroup
  /** When each began to wait, or will end, and what tells two of one instant apart: expressions of the query. */
  at: string
  id: string
  /** All of an organization; neither ordered nor limited. Selects what `item` needs. */
  rows(client: Client, organizationId: string, asOf: Instant): DatabaseQueryBuilderContract
  item(row: any, organizationId: string): InboxItem
}

type Client = Pick<Trx, 'from' | 'raw'>
export type Listed = InboxItem & { id: string; kind: string; group: InboxGroup; at: Instant }

interface Wanted {
  /** A group or a kind; everything, if nothing is said. */
  only?: string
  place: Place
}

/** More than so many are said to be "99+". */
export const mostCounted = 100

class Inbox {
  #kinds = new Map<string, InboxKind>()

  /** A second one of the same name is a mistake of ours. */
  add(name: string, kind: InboxKind) {
    if (this.#kinds.has(name)) throw new Error(`The inbox has the kind "${name}" already`)
    this.#kinds.set(name, kind)
  }

  get kinds() {
    return [...this.#kinds].map(([name, kind]) => ({ name, ...kind }))
  }

  /** One page of everything that concerns the speaker's organization, the oldest first, and how much there is of each kind. */
  async list(by: Account, wanted: Wanted) {
    await permit(by, 'workspace.open', by.organization)
    const counts = await this.counts(by.organizationId)
    const listing = await this.#page(by.organizationId, wanted, counts)
    return { ...listing, counts }
  }

  /** The same, for whom nobody needs to be asked: what waits, as a mail lists it. */
  async items(organizationId: string, wanted: Wanted, trx?: Trx) {
    const counts = await this.counts(organizationId, wanted.only, trx)
    return this.#page(organizationId, wanted, counts, trx)
  }

  /** Of a kind of which there is nothing no page is read. */
  async #page(
    organizationId: string,
    { only, place }: Wanted,
    counts: Map<string, number>,
    trx?: Trx
  ) {
    const pages = []
    for (const kind of this.#chosen(only).filter(({ name }) => counts.get(name))) {
      pages.push(await page(kind, organizationId, place, trx))
    }
    const turn = isBackward(place) ? -1 : 1
    const read = pages.flat().sort((a, b) => turn * byKey(a, b))
    return slice(read.slice(0, pageSize + 1), place, keyOf)
  }

  /** How many there are of each kind, up to a hundred: one small query. */
  async counts(organizationId: string, only?: string, trx?: Trx) {
    const client = trx ?? db.connection()
    const counted = this.#chosen(only).map(({ name, id, rows }) => {
      const query = rows(client, organizationId, now()).clearSelect().select(id).limit(mostCounted)
      const { sql, bindings } = query.toSQL()
      return { name, sql, bindings }
    })
    const parts = counted.map(({ sql }, at) => `(select count(*) from (${sql}) q${at}) as c${at}`)
    const [row] = rowsOf(
      await client.rawQuery(
        `select ${parts.join(', ')}`,
        counted.flatMap(({ bindings }) => bindings) as string[]
      )
    )
    return new Map(counted.map(({ name }, at) => [name, Number(row[`c${at}`])]))
  }

  /** A group, one kind of it, or everything. */
  #chosen(only?: string) {
    return this.kinds.filter(({ name, group }) => !only || name === only || group === only)
  }
}

export const inbox = new Inbox()

async function page(
  kind: InboxKind & { name: string },
  organizationId: string,
  place: Place,
  trx?: Trx
): Promise<Listed[]> {
  const query = kind.rows(trx ?? db.connection(), organizationId, now())
  const key = place.after ?? place.before
  const backward = isBackward(place)
  if (key) {
    const from = [Number(key.slice(0, -37)), key.slice(-36)]
    query.whereRaw(`(${kind.at}, ${kind.id}) ${backward ? '<' : '>'} (?, ?)`, from)
  }
  const direction = backward ? 'desc' : 'asc'
  const rows = await query
    .orderByRaw(`${kind.at} ${direction}, ${kind.id} ${direction}`)
    .limit(pageSize + 1)
    .select(db.raw(`${kind.id} as id, ${kind.at} as at`))
  return rows.map((row) => ({
    ...kind.item(row, organizationId),
    id: row.id,
    at: Number(row.at),
    kind: kind.name,
    group: kind.group,
  }))
}

const byKey = (a: Listed, b: Listed) => a.at - b.at || (a.id < b.id ? -1 : 1)
const keyOf = ({ at, id }: Listed) => `${at}.${id}`

/** The drivers answer a raw query each in their own way. */
const rowsOf = (answer: any): any[] => answer.rows ?? answer
