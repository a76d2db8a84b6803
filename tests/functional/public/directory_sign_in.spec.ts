import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import Directory from '#app/accounts/directories/directory'
import { checkDirectories } from '#app/accounts/directories/directory_state'
import { Conversation } from '#app/accounts/ldap/conversation'
import { hashed } from '#app/accounts/passwords/password_hash'
import AuditEntry from '#app/audit/audit_entry'
import { now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { aClosedMouth } from '#tests/support/closed_mouth'
import { undone } from '#tests/support/database'
import { aDirectory, directoryPerson, withDirectoryServer } from '#tests/support/directories'
import { base } from '#tests/support/directory_server'
import { freePort } from '#tests/support/free_port'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const notCorrect = 'User name or password is not correct.'
const rightOf = (username: string) => `${username}-Windows-1`

const berta = async (typed = rightOf('berta')) => new Visitor().signIn('berta', typed)
const said = async (visitor: Visitor) => {
  const { page } = await visitor.visit('/sign-in')
  const [, words = ''] = /<main[\s\S]*?usa-alert__text">([\s\S]*?)<\/div>/.exec(page) ?? []
  return words.replace(/<[^>]+>/g, '').trim()
}
const lastRefusal = async () =>
  (await AuditEntry.query().where('event', 'sign_in.refused').orderBy('id', 'desc').firstOrFail())
    .details.reason as string

test.group('Sign in with a directory', (group) => {
  const server = withDirectoryServer(group)
  group.each.setup(undone)

  /** Berta of DOL, whose password is in the directory. */
  async function bertaOfDol(more: Partial<Directory> = {}) {
    const cast = await theCast()
    const directory = await aDirectory(cast.dol, server(), more)
    return { ...cast, directory, berta: await directoryPerson(cast.dol, 'berta') }
  }

  async function refused(visitor: Visitor, reason: RegExp, assert: any) {
    assert.equal(visitor.location, '/sign-in')
    assert.match(await lastRefusal(), reason)
    assert.lengthOf(await AccountSession.all(), 0)
  }

  test('the directory’s password begins a session, and the object is remembered', async ({
    assert,
  }) => {
    const cast = await bertaOfDol()
    assert.equal((await berta()).location, '/home')
    const account = await Account.findOrFail(cast.berta.id)
    assert.match(account.directoryObjectId!, /^[0-9a-f-]{36}$/)
    assert.lengthOf(await AccountSession.query().where('accountId', account.id), 1)
    assert.exists(await AuditEntry.findBy({ event: 'sign_in.done', actorId: account.id }))
    assert.equal((await berta()).location, '/home')
  })

  test('over StartTLS as well', async ({ assert }) => {
    await bertaOfDol({ address: server().address('ldap') })
    assert.equal((await berta()).location, '/home')
  })

  test('a password that must be changed is the directory’s own business', async ({ assert }) => {
    const cast = await bertaOfDol()
    await cast.berta.merge({ mustChangePassword: true }).save()
    assert.equal((await berta()).location, '/home')
  })

  test('a wrong password, a name that nobody has and one that the directory does not know sound alike, and take as long', async ({
    assert,
  }) => {
    const { dol } = await bertaOfDol()
    await directoryPerson(dol, 'cora')
    const times = []
    for (const [username, typed] of [
      ['berta', 'berta-Windows-2'],
      ['berta', rightOf('berta').toUpperCase()],
      ['nobody', rightOf('berta')],
      ['cora', rightOf('berta')],
      ['ada', 'wrong-horse-7'],
    ]) {
      const began = performance.now()
      const visitor = await new Visitor().signIn(username, typed)
      times.push(performance.now() - began)
      assert.equal(visitor.status, 302)
      assert.equal(await said(visitor), notCorrect)
    }
    assert.isAbove(Math.min(...times), 990)
    assert.lengthOf(await AccountSession.all(), 0)
  }).timeout(15_000)

  test('an empty password is refused without asking anybody', async ({ assert, cleanup }) => {
    const silent = await aClosedMouth()
    cleanup(silent.close)
    await bertaOfDol({ address: `ldaps://localhost:${silent.port}` })
    const visitor = new Visitor()
    await visitor.open('/sign-in')
    await visitor.submit('/sign-in', { username: 'berta', password: '' })
    assert.equal(visitor.location, '/sign-in')
    await refused(await berta('x'.repeat(1025)), /no directory takes such a password/, assert)
    assert.equal(silent.connections(), 0)
  })

  test('a user name is never a part of the question: {$self}')
    .with(['*', 'b*', 'berta)(uid=*', ')(uid=*'])
    .run(async ({ assert }, username) => {
      const { dol } = await bertaOfDol()
      await directoryPerson(dol, username)
      const visitor = await new Visitor().signIn(username, rightOf('berta'))
      await refused(visitor, /knows nobody by this user name/, assert)
    })

  test('two entries of one name let nobody in, whosever password it is', async ({ assert }) => {
    const { dol } = await bertaOfDol()
    await directoryPerson(dol, 'twin')
    for (const typed of [rightOf('twin'), 'twin-Windows-2']) {
      const visitor = await new Visitor().signIn('twin', typed)
      await refused(visitor, /knows several by this user name/, assert)
    }
    await Directory.query().update({ baseDn: `ou=People,${base}` })
    assert.equal((await new Visitor().signIn('twin', rightOf('twin'))).location, '/home')
  })

  test('another object under the same name is refused, and that is recorded', async ({ assert }) => {
    await bertaOfDol()
    await berta()
    await AccountSession.query().delete()
    await server().replace('berta')
    await refused(await berta(), /knows another person by this user name now/, assert)
    assert.include(await said(await berta()), notCorrect)
  })

  test('one object is one account’s', async ({ assert }) => {
    const { dol } = await bertaOfDol()
    await berta()
    const { directoryObjectId } = await Account.findByOrFail('username', 'berta')
    await Account.query().where('username', 'berta').update({ username: 'b', usernameKey: 'b' })
    await AccountSession.query().delete()
    await directoryPerson(dol, 'berta')
    await refused(await berta(), /another person/, assert)
    assert.lengthOf(await Account.query().where({ directoryObjectId }), 1)
  })

  test('what was found out by settings that changed meanwhile does not count', async ({
    assert,
    cleanup,
  }) => {
    const { takes } = Conversation.prototype
    cleanup(() => void (Conversation.prototype.takes = takes))
    await bertaOfDol()
    for (const change of [
      () => Directory.query().update({ changedAt: now() + 1 }),
      () => Directory.query().delete(),
    ]) {
      Conversation.prototype.takes = async function (...typed) {
        const isRight = await takes.apply(this, typed)
        await change()
        return isRight
      }
      assert.equal((await berta()).location, '/sign-in')
    }
    assert.lengthOf(await AccountSession.all(), 0)
    assert.isNull((await Account.findByOrFail('username', 'berta')).directoryObjectId)
  })

  test('an entry without an id lets nobody in', async ({ assert }) => {
    await bertaOfDol({ objectIdAttribute: 'objectGUID' })
    await refused(await berta(), /gives this person no id/, assert)
  })

  test('Active Directory’s names work: sAMAccountName and objectGUID', async ({ assert }) => {
    const windows = { usernameAttribute: 'sAMAccountName', objectIdAttribute: 'objectGUID' }
    const { opm } = await bertaOfDol()
    await aDirectory(opm, server(), windows)
    await Account.query().where('username', 'ada').update({ username: 'x', usernameKey: 'x' })
    const account = await directoryPerson(opm, 'ada')
    assert.equal((await new Visitor().signIn('ada', rightOf('ada'))).location, '/home')
    assert.equal((await account.refresh()).directoryObjectId, '00ff80c3281122334455667788990a0b')
  })

  test('whom the directory shuts out does not get in: {$self}')
    .with(['gone', 'old'])
    .run(async ({ assert }, username) => {
      const { dol } = await bertaOfDol()
      await directoryPerson(dol, username)
      const visitor = await new Visitor().signIn(username, rightOf(username))
      await refused(visitor, /does not take this password/, assert)
    })

  test('a local password that is stored besides opens nothing', async ({ assert }) => {
    const cast = await bertaOfDol()
    await cast.berta.merge({ passwordHash: await hashed('correct-horse-7') }).save()
    await refused(await berta('correct-horse-7'), /does not take this password/, assert)
    await Directory.query().update({ isInUse: false })
    await refused(await berta('correct-horse-7'), /uses no directory/, assert)
    await Directory.query().delete()
    await refused(await berta('correct-horse-7'), /uses no directory/, assert)
  })

  test('who was deactivated here does not get in, whatever the directory says', async ({
    assert,
  }) => {
    const cast = await bertaOfDol()
    await cast.berta.merge({ deactivatedAt: now() }).save()
    const visitor = await berta()
    assert.include(await said(visitor), 'This account is not active.')
    assert.include(await said(await berta('wrong')), notCorrect)
    assert.lengthOf(await AccountSession.all(), 0)
  })

  test('one organization’s directory says nothing of another’s people', async ({ assert }) => {
    const { opm } = await bertaOfDol()
    await Account.query().where('username', 'berta').update({ organizationId: opm.id })
    await refused(await berta(), /uses no directory/, assert)
  })

  test('who serves all organizations is not let in by what one of them set up', async ({
    assert,
  }) => {
    const cast = await bertaOfDol()
    await cast.berta.related('grants').create({ role: 'operator' })
    await refused(await berta(), /does not sign in by what one of them set up/, assert)
    await Directory.query().update({ changedByOperator: true })
    assert.notEqual((await berta()).location, '/sign-in')
  })

  test('a certificate that nobody vouches for closes the door: no password is sent', async ({
    assert,
  }) => {
    await bertaOfDol({ caCertificate: null })
    await refused(await berta(), /cannot be reached: Waybill does not trust localhost/, assert)
  })

  test('a directory that is down says so to everybody alike, whoever they are', async ({
    assert,
  }) => {
    const { dol } = await bertaOfDol({ address: `ldaps://localhost:${await freePort()}` })
    await dol.merge({ helpDeskName: 'DOL Service Desk', helpDeskPhone: '860-555-0100' }).save()
    await checkDirectories(now())
    const words = []
    for (const [username, typed] of [
      ['berta', rightOf('berta')],
      ['nobody', 'x'],
      ['ada', 'wrong-horse-7'],
    ]) {
      words.push(await said(await new Visitor().signIn(username, typed)))
    }
    assert.lengthOf(new Set(words), 1)
    assert.equal(
      words[0],
      'User name or password is not correct, or cannot be checked now. The directory of Department of Labor cannot be reached at present: if it keeps your password, try again in a few minutes, or ask the DOL Service Desk: 860-555-0100.'
    )
    assert.lengthOf(await AccountSession.all(), 0)
  }).timeout(15_000)

  test('whoever finds it down first is told, and people with a local password still get in', async ({
    assert,
  }) => {
    await bertaOfDol({ address: `ldaps://localhost:${await freePort()}` })
    assert.include(await said(await berta()), 'cannot be reached at present')
    assert.equal((await new Visitor().signIn('ada', 'correct-horse-7')).location, '/home')
  })

  test('it opens again as soon as the directory answers', async ({ assert }) => {
    const { directory } = await bertaOfDol()
    await directory.note('It was away.')
    assert.include(await said(await berta()), 'cannot be reached at present')
    assert.deepEqual(await checkDirectories(now()), { reached: 1, unreachable: 0 })
    assert.equal((await berta()).location, '/home')
    assert.isNull((await directory.refresh()).failingSince)
  })

  test('if nobody has asked lately, it is asked again', async ({ assert }) => {
    const { directory } = await bertaOfDol()
    await directory.note('It was away.', now() - 240_000)
    assert.equal((await berta()).location, '/home')
  })

  test('a server that never answers is left after a while', async ({ assert, cleanup }) => {
    const silent = await aClosedMouth()
    cleanup(silent.close)
    await bertaOfDol({ address: `ldaps://localhost:${silent.port}` })
    const began = performance.now()
    await refused(await berta(), /cannot be reached/, assert)
    assert.isBelow(performance.now() - began, 11_000)
    await berta()
    assert.equal(silent.connections(), 1)
  }).timeout(20_000)

  test('guesses are slowed down like all others', async ({ assert }) => {
    await bertaOfDol()
    for (let tries = 0; tries < 6; tries++) await berta(`guess-${tries}`)
    assert.include(await said(await berta()), 'That was tried too often.')
  }).timeout(20_000)

  test('nothing that was typed, and no secret, is written down', async ({ assert }) => {
    await bertaOfDol()
    await berta('a-Typed-secret-1')
    await berta()
    const trail = JSON.stringify(await AuditEntry.all())
    const stored = JSON.stringify(await Directory.all()) + JSON.stringify(await Account.all())
    for (const secret of ['a-Typed-secret-1', rightOf('berta'), 'search-Secret-9']) {
      assert.notInclude(trail, secret)
      assert.notInclude(stored, secret)
    }
    assert.notInclude((await Directory.firstOrFail()).searchPassword, 'search-Secret-9')
  })

  test('a settings row that is moved to another organization opens nothing', async ({ assert }) => {
    const { opm } = await bertaOfDol()
    await person(opm, 'olaf', 'Olaf')
    await Directory.query().update({ organizationId: opm.id })
    assert.equal((await Directory.firstOrFail()).openedPassword, '')
  })
})
