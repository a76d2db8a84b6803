import type Account from '#app/accounts/account'
import { listAccounts, sorts, type WantedAccounts } from '#app/accounts/keeping/account_list'
import type { Filter } from '#app/accounts/keeping/account_search'
import { isSqlite } from '#app/shared/transaction'
import Throttle from '#app/accounts/signing_in/throttle'
import { day, minute, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { somePeople } from '#tests/support/people'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const usual: WantedAccounts = { sort: 'name', order: 'asc', place: {} }

const names = async (by: Account, wanted: Partial<WantedAccounts> = {}) =>
  (await listAccounts(by, { ...usual, ...wanted })).rows.map(({ username }) => username)

async function signedInLately(...accounts: Account[]) {
  for (const account of accounts) await account.merge({ lastSignedInAt: now() }).save()
}

/** The statement by which a list was read. */
async function questionOf(work: () => Promise<unknown>) {
  const asked: { sql: string; bindings: any[] }[] = []
  const client = db.connection().getReadClient()
  const note = (question: { sql: string; bindings: any[] }) => void asked.push(question)
  client.on('query', note)
  await work()
  client.removeListener('query', note)
  return asked.find(({ sql }) => sql.includes('is_backed'))!
}

test.group('The list of accounts', (group) => {
  group.each.setup(undone)

  test('holds the people of one’s own organization and nobody else', async ({ assert }) => {
    const { lena, olga } = await theCast()
    assert.deepEqual(await names(lena), ['ada', 'lena'])
    assert.deepEqual(await names(olga), ['olga', 'otto'])
  })

  test('is open to who keeps accounts alone', async ({ assert }) => {
    const { ada } = await theCast()
    await assert.rejects(() => listAccounts(ada, usual), /Only an SFT Liaison/)
  })

  test('finds by user name, full name, mail and title, in capitals or not, each word anywhere', async ({
    assert,
  }) => {
    const { lena, ada, dol } = await theCast()
    await ada.merge({ title: 'Program Analyst' }).save()
    const ole = await person(dol, 'ole', 'Ole Ødegård')
    await ole.merge({ email: 'o.o@Example.Gov' }).save()
    for (const [search, found] of [
      ['ADA', ['ada']],
      ['adams program', ['ada']],
      ['ØDE', ['ole']],
      ['O.O@example', ['ole']],
      ['example.gov', ['ada', 'lena', 'ole']],
      ['adams elsewhere', []],
      ['%', []],
      ["a' or 1=1 --", []],
    ] as const) {
      assert.deepEqual(await names(lena, { search }), [...found], search)
    }
  })

  test('what is found follows what was changed', async ({ assert }) => {
    const { lena, ada } = await theCast()
    await ada.merge({ fullName: 'Ada Young' }).save()
    assert.deepEqual(await names(lena, { search: 'young' }), ['ada'])
    assert.deepEqual(await names(lena), ['ada', 'lena'])
    await ada.merge({ fullName: 'Mo Young' }).save()
    assert.deepEqual(await names(lena), ['lena', 'ada'])
  })

  test('shows those of one kind: {$self}')
    .with([
      'active',
      'locked',
      'must_change',
      'never_signed_in',
      'inactive',
      'outside',
      'expiring',
      'deactivated',
    ] as Filter[])
    .run(async ({ assert }, filter) => {
      const { lena, ada, dol } = await theCast()
      const made = async (name: string) => person(dol, name, name)
      const [gone, over, ends, outside] = [
        await made('gone'),
        await made('over'),
        await made('ends'),
        await made('outside'),
      ]
      const [must, never, away, locked] = [
        await made('must'),
        await made('never'),
        await made('away'),
        await made('locked'),
      ]
      await signedInLately(lena, ada, gone, over, ends, outside, must, locked)
      await gone.merge({ deactivatedAt: now(), mustChangePassword: true }).save()
      await over.merge({ endsAt: now() - day }).save()
      await ends.merge({ endsAt: now() + 29 * day }).save()
      await outside.merge({ endsAt: now() + 99 * day, sponsorId: ada.id }).save()
      await must.merge({ mustChangePassword: true }).save()
      await away.merge({ lastSignedInAt: now() - 91 * day }).save()
      await Throttle.create({
        id: 'account:x',
        accountId: locked.id,
        failures: 9,
        lastFailedAt: now(),
        openAt: now() + minute,
      })
      const still = ['ada', 'away', 'ends', 'lena', 'locked', 'must', 'never', 'outside']
      const expected: Record<Filter, string[]> = {
        active: still,
        locked: ['locked'],
        must_change: ['must'],
        never_signed_in: ['never'],
        inactive: ['away'],
        outside: ['outside'],
        expiring: ['ends'],
        deactivated: ['gone', 'over'],
      }
      assert.sameMembers(await names(lena, { filter }), expected[filter])
      assert.isDefined(never)
    })

  test('each row says how the account stands, in words', async ({ assert }) => {
    const { lena, ada } = await theCast()
    await ada.merge({ mustChangePassword: true, endsAt: now() + day, sponsorId: lena.id }).save()
    const { rows } = await listAccounts(lena, { ...usual, search: 'ada' })
    assert.deepEqual(
      rows[0].statuses.map(({ word }) => word),
      ['Active', 'Must change password', 'Never signed in', 'Ends soon', 'Outside partner']
    )
    assert.notProperty(rows[0], 'password_hash')
    assert.notInclude(JSON.stringify(rows), '$scrypt')
  })

  test('somebody who has not opened the mailed link is said to wait, not to have a password to change', async ({
    assert,
  }) => {
    const { lena, ada } = await theCast()
    await ada
      .merge({ mustChangePassword: true, passwordHash: null, passwordChangedAt: null })
      .save()
    const { rows } = await listAccounts(lena, { ...usual, search: 'ada' })
    const words = rows[0].statuses.map(({ word }) => word)
    assert.deepEqual(words, ['Active', 'Waiting for activation', 'Never signed in'])
  })

  test('page by page forwards and back, sorted by {$self}, everybody is there once')
    .with([...sorts])
    .run(async ({ assert }, sort) => {
      const { lena } = await theCast()
      await somePeople(lena, 128)
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = []
        const pages: string[][] = []
        let place: WantedAccounts['place'] | undefined = {}
        while (place) {
          const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(lena, {
            sort,
            order,
            place,
          })
          pages.push(page.rows.map(({ id }) => id))
          seen.push(...pages.at(-1)!)
          place = page.next
        }
        assert.lengthOf(pages, 3)
        assert.lengthOf(new Set(seen), 130)
        assert.lengthOf(seen, 130)
        const last = await listAccounts(lena, { sort, order, place: { last: true } })
        const before = await listAccounts(lena, { sort, order, place: last.previous! })
        assert.deepEqual(
          [...before.rows, ...last.rows].map(({ id }) => id),
          seen.slice(-100)
        )
      }
    })

  test('a place that is another organization’s gives nothing away', async ({ assert }) => {
    const { lena, otto } = await theCast()
    assert.deepEqual(await names(lena, { place: { after: otto.id } }), ['ada', 'lena'])
  })

  test('with 5,000 people the database walks along an index and sorts nothing: {$self}')
    .with([...sorts])
    .run(async ({ assert }, sort) => {
      const { lena, ada } = await theCast()
      await somePeople(lena, 5_000)
      if (!isSqlite()) await db.rawQuery('analyze accounts')
      const { sql, bindings } = await questionOf(() =>
        listAccounts(lena, { ...usual, sort, place: { after: ada.id } })
      )
      const plan = JSON.stringify(
        isSqlite()
          ? await db.rawQuery(`explain query plan ${sql}`, bindings)
          : (await db.rawQuery(`explain ${sql.replace(/\$\d+/g, '?')}`, bindings)).rows
      )
      assert.match(plan, /accounts_by_/)
      assert.notMatch(plan, /TEMP B-TREE|Sort Key/)
    })
})
