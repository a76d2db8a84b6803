import type Account from '#app/accounts/account'
import AccountSession, { idleLimit } from '#app/accounts/sessions/account_session'
import { cleanUp } from '#app/accounts/clean_up'
import { keptFor, mostSigns } from '#app/doors/http/forms/kept_form'
import { deleteFiles } from '#app/files/deleting/file_deletion'
import type File from '#app/files/file'
import { day, minute, now } from '#app/shared/clock'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { Visitor } from '#tests/support/visitor'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const stillHere = 'What you typed is still here, except passwords'

/** Ada stands before a form with a field for a name, and goes away until her session has ended. */
async function adaIsAway() {
  const cast = await theCast()
  const file = await aDeletedFile(cast)
  const ada = new Visitor()
  await ada.signIn('ada', password)
  await ada.open(formOf(file))
  await AccountSession.query().update({ lastSeenAt: now() - idleLimit - minute })
  return { ...cast, visitor: ada, file }
}

async function aDeletedFile({ ada, adasHome }: Awaited<ReturnType<typeof theCast>>) {
  const file = await aFile(adasHome, ada, 'plan.txt')
  await deleteFiles(Object.assign(ada, { origin }), adasHome, [file.id])
  return file.refresh()
}

const origin: Account['origin'] = { address: '127.0.0.1', requestId: 'test' }
const formOf = (file: File) => `/files/${file.id}/restorations/new`
const send = (visitor: Visitor, file: File, fields: Record<string, string>) =>
  visitor.submit(`/files/${file.id}/restorations`, fields, formOf(file))

async function signsIn(visitor: Visitor, username: string) {
  await visitor.signIn(username, password)
  const { location } = visitor
  await visitor.visit(location!)
  return location
}

test.group('A form that comes after its session has ended', (group) => {
  group.each.setup(undone)

  test('waits for the same person, and nothing is done by itself', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'plan of <May>.txt' })
    assert.equal(visitor.location, '/sign-in')
    assert.include((await visitor.visit('/sign-in')).page, 'Your session has ended.')

    assert.equal(await signsIn(visitor, 'ada'), formOf(file))
    assert.include(visitor.page, 'Your session had ended, so nothing was done.')
    assert.include(visitor.page, stillHere)
    assert.include(visitor.page, 'value="plan of &lt;May&gt;.txt"')
    assert.notInclude(visitor.page, 'There is a problem')
    assert.isNotNull((await file.refresh()).deletedAt)
    assert.lengthOf(await db.from('kept_forms'), 0)

    await send(visitor, file, { name: 'plan of May.txt' })
    assert.equal(visitor.location, '/deleted')
    assert.equal((await file.refresh()).name, 'plan of May.txt')
  })

  test('is given back once', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt' })
    await signsIn(visitor, 'ada')
    await visitor.visit(formOf(file))
    assert.notInclude(visitor.page, stillHere)
    assert.notInclude(visitor.page, 'mine.txt')
  })

  test('survives a wrong password', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt' })
    await visitor.signIn('ada', 'wrong-horse-7')
    assert.equal(await signsIn(visitor, 'ada'), formOf(file))
    assert.include(visitor.page, 'value="mine.txt"')
  })

  test('is thrown away when somebody else signs in', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt' })
    assert.equal(await signsIn(visitor, 'otto'), '/home')
    assert.notInclude(visitor.page, stillHere)
    assert.lengthOf(await db.from('kept_forms'), 0)

    await visitor.visit('/home')
    await visitor.submit('/sign-out')
    assert.equal(await signsIn(visitor, 'ada'), '/home')
  })

  test('is not given to the same person in another browser', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt' })
    const other = new Visitor()
    assert.equal(await signsIn(other, 'ada'), '/home')
    assert.notInclude(other.page, stillHere)
    assert.equal(await signsIn(visitor, 'ada'), formOf(file))
  })

  test('sent twice, it is kept once, as it was sent last', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    const token = { _csrf: visitor.csrfToken }
    await send(visitor, file, { ...token, name: 'first.txt' })
    await send(visitor, file, { ...token, name: 'second.txt' })
    assert.lengthOf(await db.from('kept_forms'), 1)
    await signsIn(visitor, 'ada')
    assert.include(visitor.page, 'value="second.txt"')
  })

  test('is too old after a while', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt' })
    await db.from('kept_forms').update({ created_at: now() - keptFor })
    assert.equal(await signsIn(visitor, 'ada'), '/home')
    assert.notInclude(visitor.page, stillHere)
    assert.lengthOf(await db.from('kept_forms'), 0)
  })

  test('is kept without passwords and without its token', async ({ assert }) => {
    const { visitor } = await adaIsAway()
    await visitor.submit('/password?_method=PUT', {
      current_password: password,
      new_password: 'plum-tree-7',
      retype_password: 'plum-tree-7',
    })
    const kept = await db.from('kept_forms').firstOrFail()
    assert.deepInclude(kept, { path: '/password', typed: '{}' })
    assert.equal(await signsIn(visitor, 'ada'), '/password')
    assert.include(visitor.page, 'so nothing was done. Please do it once more.')
  })

  test('too much for one form is not kept, and the person is told', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'x'.repeat(mostSigns) })
    assert.isNull((await db.from('kept_forms').firstOrFail()).typed)
    assert.equal(await signsIn(visitor, 'ada'), formOf(file))
    assert.include(visitor.page, 'What you typed was too long to be kept.')
  })

  test('a tick is kept like a word', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { 'agree': 'true', 'files[]': file.id })
    const { typed } = await db.from('kept_forms').firstOrFail()
    assert.deepEqual(JSON.parse(typed), { agree: 'true', files: [file.id] })
  })

  test("another site's page is nowhere to go back to", async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await visitor.submit(`/files/${file.id}/restorations`, { name: 'a.txt' }, '.example/form')
    assert.equal(await signsIn(visitor, 'ada'), '/home')
  })

  test('of somebody who was never signed in is not kept', async ({ assert }) => {
    const cast = await theCast()
    const file = await aDeletedFile(cast)
    const stranger = new Visitor()
    await stranger.open('/sign-in')
    await send(stranger, file, { name: 'mine.txt' })
    assert.equal(stranger.location, '/sign-in')
    assert.lengthOf(await db.from('kept_forms'), 0)
    assert.equal(await signsIn(stranger, 'ada'), '/home')
  })

  test('without the token of its page is not kept', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await send(visitor, file, { name: 'mine.txt', _csrf: 'forged' })
    assert.equal(visitor.status, 403)
    assert.lengthOf(await db.from('kept_forms'), 0)
  })

  test('is known by its token the next morning, and after a weekend', async ({ assert }) => {
    const { visitor, file } = await adaIsAway()
    await AccountSession.query().update({ lastSeenAt: now() - 2.5 * day })
    await db.from('session_bags').update({ touched_at: now() - 2.5 * day })
    await cleanUp(now())
    await send(visitor, file, { name: 'mine.txt' })
    assert.equal(await signsIn(visitor, 'ada'), formOf(file))
    assert.include(visitor.page, 'value="mine.txt"')
  })
})
