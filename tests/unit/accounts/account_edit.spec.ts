import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { editAccount, type Details } from '#app/accounts/keeping/account_edit'
import { reactivate } from '#app/accounts/keeping/account_return'
import { accountByLink } from '#app/accounts/passwords/password_link'
import Secret, { settingPasswords } from '#app/accounts/secret'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { day, endOfDay, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailed } from '#tests/support/mailed'
import { test } from '@japa/runner'

const of = (account: Account, changes: Partial<Details> = {}): Details => ({
  fullName: account.fullName,
  email: account.email!,
  phone: account.phone ?? null,
  title: account.title ?? null,
  sponsor: null,
  ...changes,
})

const problemsOf = (edit: object) => ('problems' in edit ? (edit.problems as object) : {})
const edits = () => AuditEntry.query().where('event', 'account.edited')

test.group('An account is edited', (group) => {
  group.each.setup(undone)

  test('and the trail says what was changed', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const edit = await editAccount(lena, ada, of(ada, { fullName: 'Ada Young', phone: ' 1-2 ' }))
    assert.deepEqual(edit, { changed: ['full name', 'phone'], kept: [] })
    const stored = await Account.findOrFail(ada.id)
    assert.include(stored.$attributes, { fullName: 'Ada Young', phone: '1-2', username: 'ada' })
    const [entry] = await edits()
    assert.equal(entry.details.changes, 'full name, phone')
    assert.lengthOf(await Message.all(), 0)
  })

  test('the same a second time is no change and no entry', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await editAccount(lena, ada, of(ada, { title: 'Analyst' }))
    const again = await editAccount(lena, ada, of(ada, { title: 'Analyst' }))
    assert.deepEqual(again, { changed: [], kept: [] })
    assert.lengthOf(await edits(), 1)
  })

  test('by nobody but who keeps it', async ({ assert }) => {
    const { ada, otto, olga } = await theCast()
    for (const by of [ada, otto, olga]) {
      await assert.rejects(() => editAccount(by, ada, of(ada, { fullName: 'X' })))
    }
    assert.equal((await ada.refresh()).fullName, 'Ada Adams')
    assert.lengthOf(await edits(), 0)
  })

  test('what cannot be is named at its field, and then nothing is changed', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const edit = await editAccount(
      lena,
      ada,
      of(ada, { fullName: ' ', email: 'nobody', endsAt: now() - day, sponsor: 'otto' })
    )
    assert.sameMembers(Object.keys(problemsOf(edit)), ['full_name', 'email', 'ends_on', 'sponsor'])
    assert.isFalse((await ada.refresh()).$isDirty)
    assert.equal(ada.email, 'ada@example.gov')
  })

  test('the end is a day that lies ahead, and an unchanged day keeps its hour', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    const endsAt = now() + 40 * day
    await editAccount(lena, ada, of(ada, { endsAt }))
    assert.equal((await ada.refresh()).endsAt, endsAt)
    const iso = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(endsAt)
    const same = endOfDay(iso, 'America/New_York')
    assert.deepEqual(await editAccount(lena, ada, of(ada, { endsAt: same })), {
      changed: [],
      kept: [],
    })
    assert.deepEqual(await editAccount(lena, ada, of(ada)), { changed: [], kept: [] })
    assert.deepEqual(await editAccount(lena, ada, of(ada, { endsAt: null })), {
      changed: ['end date'],
      kept: [],
    })
  })

  test('whose account ended gets it back another way', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await ada.merge({ endsAt: now() - day }).save()
    const edit = await editAccount(lena, ada, of(ada, { endsAt: now() + day }))
    assert.match(JSON.stringify(problemsOf(edit)), /Reactivate it/)
    assert.isFalse((await ada.refresh()).isActive(now()))
    assert.deepEqual(await editAccount(lena, ada, of(ada, { phone: '1' })), {
      changed: ['phone'],
      kept: [],
    })
  })

  test('an outside person has a sponsor who is active, and an end', async ({ assert }) => {
    const { ada, lena, dol } = await theCast()
    const ned = await person(dol, 'ned', 'Ned North')
    const withoutEnd = await editAccount(lena, ned, of(ned, { sponsor: 'ada' }))
    assert.property(problemsOf(withoutEnd), 'ends_on')
    const endsAt = now() + 30 * day
    for (const sponsor of ['ned', 'otto', 'nobody']) {
      const edit = await editAccount(lena, ned, of(ned, { sponsor, endsAt }))
      assert.property(problemsOf(edit), 'sponsor', sponsor)
    }
    await editAccount(lena, ned, of(ned, { sponsor: 'ADA', endsAt }))
    assert.equal((await ned.refresh()).sponsorId, ada.id)
    const noEnd = await editAccount(lena, ned, of(ned, { sponsor: 'ada', endsAt: null }))
    assert.property(problemsOf(noEnd), 'ends_on')

    await ada.merge({ deactivatedAt: now() }).save()
    const kept = await editAccount(lena, ned, of(ned, { sponsor: 'ada', phone: '1' }))
    assert.deepEqual(kept, { changed: ['phone'], kept: [] })
    const longer = { sponsor: 'ada', endsAt: now() + 60 * day, phone: '1' }
    assert.property(problemsOf(await editAccount(lena, ned, of(ned, longer))), 'sponsor')
  })
})

test.group('A mail address is changed', (group) => {
  group.each.setup(undone)

  test('both addresses are told, and links that are under way end', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const token = await inTransaction((trx) => Secret.make(ada, 'password_reset', trx))
    await inTransaction((trx) => tell(ada, 'password_reset', { accountId: ada.id }, trx))
    await editAccount(lena, ada, of(ada, { email: 'ada.new@example.gov' }))
    assert.isNull(await accountByLink(token, settingPasswords))
    const letters = await mailed()
    assert.deepEqual(
      letters.map(({ to, subject }) => [to, subject]),
      [
        ['ada@example.gov', 'This mail address was taken off an account'],
        ['ada.new@example.gov', 'This mail address belongs to an account now'],
      ]
    )
    assert.notInclude(letters[0].text, 'ada.new@')
    const withdrawn = await Message.findByOrFail('kind', 'password_reset')
    assert.include(withdrawn.$attributes, {
      status: 'failed',
      failure: 'The mail address was changed.',
    })
    assert.lengthOf(await Secret.query().whereNull('usedAt'), 0)
  })

  test('whoever waits to activate the account gets the link at the new one', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await ada.merge({ passwordHash: null }).save()
    await inTransaction((trx) => tell(ada, 'account_opened', { accountId: ada.id }, trx))
    await editAccount(lena, ada, of(ada, { email: 'ada.new@example.gov' }))
    const links = (await mailed()).filter(({ text }) => text.includes('/activate/'))
    assert.deepEqual(
      links.map(({ to }) => to),
      ['ada.new@example.gov']
    )
  })

  test('a liaison stays until dismissed: neither an end date nor a sponsor', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const edit = await editAccount(
      lena,
      luis,
      of(luis, { endsAt: now() + 9 * day, sponsor: 'ada' })
    )
    assert.sameMembers(Object.keys(problemsOf(edit)), ['ends_on', 'sponsor'])
    const ownEnd = await editAccount(lena, lena, of(lena, { endsAt: now() + 9 * day }))
    assert.include(JSON.stringify(ownEnd), 'Lena Long is a liaison, whose account has no end date')
    for (const account of [luis, lena]) {
      await account.refresh()
      assert.include(account.$attributes, { endsAt: null, sponsorId: null })
    }
    assert.lengthOf(await edits(), 0)
  })

  test('an end date that a liaison had before can be taken away', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    await luis.merge({ endsAt: now() + 9 * day }).save()
    assert.deepEqual(await editAccount(lena, luis, of(luis, { title: 'Clerk' })), {
      changed: ['title'],
      kept: [],
    })
    assert.deepEqual(await editAccount(lena, luis, of(luis, { title: 'Clerk', endsAt: null })), {
      changed: ['end date'],
      kept: [],
    })
  })

  test('nor does a liaison’s account come back with an end date', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    await AccountDeactivation.begin(lena, luis, 'On leave.')
    const back = (endsAt: number | null) => reactivate(lena, luis, { because: 'Back.', endsAt })
    assert.deepEqual(Object.keys(problemsOf(await back(now() + 9 * day))), ['ends_on'])
    assert.isNotNull((await luis.refresh()).deactivatedAt)
    assert.deepEqual(await back(null), { isDone: true })
  })
})
