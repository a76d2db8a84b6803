import Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import { hasOperator } from '#app/accounts/liaisons/operators'
import Secret from '#app/accounts/secret'
import { atTheTerminal } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { openOperator, type NewOperator } from '#app/enrollment/operator_opening'
import Folder from '#app/folders/folder'
import { deliverDue } from '#app/messages/deliver'
import Message from '#app/messages/message'
import Organization from '#app/organizations/organization'
import { hour, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PostOffice } from '#tests/support/post_office'
import { test } from '@japa/runner'

const root = atTheTerminal('root')
const olive = {
  username: 'olive',
  fullName: 'Olive Ortiz',
  email: 'olive.ortiz@example.gov',
  organizationName: 'Service Operations',
}
const oscar = { ...olive, username: 'oscar', fullName: 'Oscar Ong', isAnother: true }

async function opened(asked: NewOperator) {
  const opening = await openOperator(root, asked)
  if ('refused' in opening) throw new Error(opening.refused)
  return opening
}

const refusals = () => AuditEntry.query().where('event', 'operator.refused')

test.group('The account of an operator', (group) => {
  group.each.setup(undone)

  test('has the role, a home, and an organization that may use the service', async ({ assert }) => {
    assert.isFalse(await hasOperator())
    const { account } = await opened(olive)
    const stored = await Account.query()
      .where('id', account.id)
      .preload('organization')
      .preload('grants')
      .firstOrFail()
    assert.isTrue(await hasOperator())
    assert.isTrue(stored.has('operator'))
    assert.isTrue(stored.has('liaison'))
    assert.equal(stored.organization.name, 'Service Operations')
    assert.isNotNull(await Folder.homeOf(stored))
    assert.isNull(await missingFor(stored))
  })

  test('has no password: only the hash of a secret for 72 hours is stored', async ({ assert }) => {
    const { account, secret } = await opened(olive)
    const [stored] = await Secret.all()
    assert.isNull((await account.refresh()).passwordHash)
    assert.equal(stored.purpose, 'first_password')
    assert.equal(stored.expiresAt - stored.createdAt, 72 * hour)
    assert.notInclude(JSON.stringify([stored, await AuditEntry.all()]), secret)
  })

  test('is in the trail, with who opened it', async ({ assert }) => {
    const { account } = await opened(olive)
    const entry = await AuditEntry.findByOrFail('event', 'operator.opened')
    assert.equal(entry.actorName, 'Terminal (root)')
    assert.equal(entry.subjectId, account.id)
    assert.equal(entry.outcome, 'done')
  })

  test('is refused while somebody runs the service, and the trail says so', async ({ assert }) => {
    await opened(olive)
    const opening = await openOperator(root, { ...oscar, isAnother: false })
    assert.property(opening, 'refused')
    assert.isNull(await Account.findBy('username', 'oscar'))
    assert.lengthOf(await Organization.all(), 1)
    const [entry] = await refusals()
    assert.equal(entry.outcome, 'refused')
    assert.match(entry.details.reason, /^Olive Ortiz \(olive\) runs the service already\./)
  })

  test('beside another one, it is in the same organization, and the other one is told', async ({
    assert,
    cleanup,
  }) => {
    const office = await new PostOffice().open()
    cleanup(() => office.close())
    const first = await opened(olive)
    const second = await opened(oscar)
    assert.equal(second.account.organizationId, first.account.organizationId)
    assert.lengthOf(await Message.all(), 1)

    await deliverDue(now(), { mailer: office.mailer() })
    const [letter] = office.letters
    assert.deepEqual(letter.envelopeTo, ['olive.ortiz@example.gov'])
    assert.include(letter.text, 'Oscar Ong (oscar)')
    assert.include(letter.text, 'by Terminal (root)')
    assert.notInclude(letter.text, second.secret)
  })

  test('needs nothing said on purpose when nobody who ran the service can any more', async ({
    assert,
  }) => {
    const first = await opened(olive)
    await first.account.merge({ deactivatedAt: now() - 1 }).save()
    assert.isFalse(await hasOperator())
    const { account } = await opened({ ...oscar, isAnother: false })
    assert.equal(account.organizationId, first.account.organizationId)
    assert.lengthOf(await Message.all(), 0)
  })

  test('asked for again before its password is set, gets a new secret; the old one is void', async ({
    assert,
  }) => {
    const first = await opened(olive)
    const again = await opened(olive)
    assert.equal(again.account.id, first.account.id)
    assert.isNull(await Secret.findLive(first.secret, ['first_password']))
    assert.isNotNull(await Secret.findLive(again.secret, ['first_password']))
    assert.lengthOf(await Account.all(), 1)
    assert.lengthOf(await AuditEntry.query().where('event', 'operator.link_renewed'), 1)
  })

  test('never takes over an account that somebody has: {$self}')
    .with(['ada', 'ADA'])
    .run(async ({ assert }, username) => {
      const { ada } = await theCast()
      const opening = await openOperator(root, { ...olive, username, isAnother: true })
      assert.deepEqual(opening, { refused: `The user name ${username} is taken.` })
      await ada.load('grants')
      assert.isFalse(ada.has('operator'))
      assert.lengthOf(await Secret.all(), 0)
      assert.lengthOf(await refusals(), 1)
    })

  test('an operator who has a password gets no new link this way', async ({ assert }) => {
    const { account } = await opened(olive)
    await account.merge({ passwordHash: 'of something' }).save()
    const opening = await openOperator(root, { ...olive, isAnother: true })
    assert.deepEqual(opening, { refused: 'The user name olive is taken.' })
    assert.lengthOf(await Secret.all(), 1)
  })

  test('nothing is opened for {0}')
    .with([
      ['a user name with a blank', { username: 'olive ortiz' }],
      ['a user name that begins with a dot', { username: '.olive' }],
      ['a user name that is too long', { username: 'o'.repeat(101) }],
      ['no name', { fullName: '  ' }],
      ['a name of two lines', { fullName: 'Olive\nOrtiz' }],
      ['what is not a mail address', { email: 'olive.ortiz' }],
      ['two mail addresses', { email: 'olive@example.gov,mallory@example.com' }],
      ['a nameless organization', { organizationName: '' }],
    ] as [string, Partial<NewOperator>][])
    .run(async ({ assert }, [, typed]) => {
      const opening = await openOperator(root, { ...olive, ...typed })
      assert.match('refused' in opening ? opening.refused : '', /\.$/)
      assert.lengthOf(await Account.all(), 0)
      assert.lengthOf(await Organization.all(), 0)
      assert.lengthOf(await refusals(), 1)
    })

  test('of two at once, one is the first', async ({ assert }) => {
    const both = await Promise.all(
      [olive, { ...oscar, isAnother: false }].map((asked) => openOperator(root, asked))
    )
    assert.lengthOf(
      both.filter((opening) => 'account' in opening),
      1
    )
    assert.lengthOf(await Account.all(), 1)
  })
})
