import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import Directory from '#app/accounts/directories/directory'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { deleteFile } from '#app/files/deleting/file_deletion'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import Folder from '#app/folders/folder'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import Message from '#app/messages/message'
import { hour, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { password, person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { anOffer } from '#tests/support/offers'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const of = ({ id }: { id: string }, asked: Record<string, string> = {}) =>
  `/help-desk/accounts/${id}/explanation?${new URLSearchParams(asked)}`

async function calling() {
  const cast = await theCast()
  await theHelpDesk()
  await cast.lena.merge({ phone: '860-555-0110' }).save()
  const browser = await PlainBrowser.signIn('hank')
  /** The page's words, after somebody asked. */
  const ask = async (account: { id: string }, asked: Record<string, string>) => {
    await browser.open(of(account, asked))
    return browser.text
  }
  return { ...cast, browser, ask }
}

test.group('Why can’t she sign in?', (group) => {
  group.each.setup(undone)

  test('nothing in the way: says what to try, and what only she can tell', async ({ assert }) => {
    const { ada, ask } = await calling()
    const text = await ask(ada, { what: 'sign_in' })
    assert.include(text, 'Nothing stands in the way')
    assert.include(text, 'The user name and the password are right: only the person can tell')
    assert.include(text, 'Please try once more')
    assert.notInclude(text, 'Who can mend it')
  })

  test('locked, and who can mend it now; what comes after is not asked', async ({ assert }) => {
    const { ada, ask } = await calling()
    await ada.merge({ mustChangePassword: true }).save()
    await inTransaction(async (trx) => {
      for (let n = 0; n < 8; n++) await Throttle.take('account:x', brakes.account, trx, 'ada')
    })
    const text = await ask(ada, { what: 'sign_in' })
    for (const words of [
      'That was tried too often.',
      'The help desk or the liaison can unlock the account at once.',
      'Failed tries do not hold up the sign-in: no',
      'The password need not be changed first: not asked',
      'Lena Long, liaison: 860-555-0110',
      'lena@example.gov',
    ]) {
      assert.include(text, words)
    }
  })

  test('each state that keeps somebody out has its words and its mender', async ({ assert }) => {
    const { ada, dol, ask } = await calling()
    await anOperator()
    const text = () => ask(ada, { what: 'sign_in' })
    await ada.merge({ mustChangePassword: true }).save()
    const must = await text()
    assert.include(must, 'The password must be changed before anything else.')
    assert.include(must, 'Ada Adams, the person on the phone')

    await ada.merge({ passwordExpiresAt: now() - 1 }).save()
    assert.include(await text(), 'good for 72 hours, and they are over')
    await ada.merge({ passwordHash: null, passwordExpiresAt: null }).save()
    assert.include(await text(), 'The account waits for its first password')
    await ada.merge({ passwordChangedAt: now() }).save()
    assert.include(await text(), 'no new one has been chosen yet')
    await ada.merge({ credentialSource: 'directory' }).save()
    assert.include(await text(), 'the organization uses no directory')

    await ada.merge({ credentialSource: 'local', passwordHash: 'x' }).save()
    await AccountDeactivation.begin(theService, ada, 'On leave')
    const inactive = await text()
    assert.include(inactive, 'This account is not active.')
    assert.include(inactive, 'Please turn to Lena Long, 860-555-0110.')
    await AccountDeactivation.end(theService, ada, 'Back', null)
    await dol.merge({ suspendedAt: now() }).save()
    const suspended = await text()
    assert.include(suspended, 'Department of Labor is suspended at present.')
    assert.include(suspended, 'Olive Ortiz, runs the service')
  })

  test('a directory that is down, and one that answers', async ({ assert }) => {
    const { ada, dol, ask } = await calling()
    await dol.merge({ helpDeskName: 'DOL IT', helpDeskPhone: '860-555-0100' }).save()
    await ada.merge({ credentialSource: 'directory', passwordHash: null }).save()
    const directory = await aDirectoryOf(dol.id)
    assert.include(await ask(ada, { what: 'sign_in' }), 'Nothing stands in the way')
    await directory.note('The directory does not answer.', now())
    const text = await ask(ada, { what: 'sign_in' })
    assert.include(text, 'its directory cannot be reached: The directory does not answer.')
    assert.include(text, 'DOL IT')
    assert.include(text, 'It cannot be checked there at present.')
  })

  test('by SFTP: the same, and then that there is none', async ({ assert }) => {
    const { ada, ask } = await calling()
    const none = await ask(ada, { what: 'sftp' })
    assert.include(none, 'This service offers no SFTP yet.')
    await ada.merge({ mustChangePassword: true }).save()
    const must = await ask(ada, { what: 'sftp' })
    assert.include(must, 'The password must be changed')
    assert.include(must, 'SFTP is open here: not asked')
  })
})

test.group('Why can’t she open a folder?', (group) => {
  group.each.setup(undone)

  test('by path, by a part of its name, by the name as she sees it; and home', async ({
    assert,
  }) => {
    const { ada, adasHome, incoming, srr, ask } = await calling()
    await signedIn(ada)
    for (const folder of ['/DOL/SRR/Incoming', 'dol\\srr\\incoming', 'incom', 'SRR/Incoming']) {
      const text = await ask(ada, { what: 'open_folder', folder })
      assert.include(text, 'Nothing stands in the way', folder)
      assert.include(text, '/DOL/SRR/Incoming', folder)
      assert.include(text, 'The person is signed in now: yes', folder)
    }
    const terms = { level: 'viewer' as const, shownAs: 'Wage reports' }
    await FolderSubscription.start(theService, srr, ada, terms)
    assert.include(await ask(ada, { what: 'open_folder', folder: 'wage reports' }), '/DOL/SRR')
    for (const folder of ['Home', '/', '']) {
      assert.include(await ask(ada, { what: 'open_folder', folder }), 'Nothing stands in the way')
    }
    await ask(ada, { what: 'open_folder', folder_id: adasHome.id })
    assert.include(await ask(ada, { what: 'open_folder', folder_id: incoming.id }), 'Incoming')
  })

  test('several of that name are offered; none of it is said beside the field', async ({
    assert,
  }) => {
    const { ada, dol, srr, browser, ask } = await calling()
    await Folder.make(theService, { name: 'Incoming 2', organizationId: dol.id, parent: srr })
    const text = await ask(ada, { what: 'open_folder', folder: 'incom' })
    assert.include(text, 'Which folder?')
    assert.include(text, '/DOL/SRR/Incoming 2')
    assert.notInclude(text, 'Read this aloud')
    assert.include(browser.html, 'folder_id=')
    assert.include(
      await ask(ada, { what: 'open_folder', folder: 'no such thing' }),
      'No folder is called that'
    )
  })

  test('somebody else’s home is never among them', async ({ assert }) => {
    const { ada, otto, opm, ottosHome, ask } = await calling()
    const inHome = { name: 'Private', organizationId: opm.id, parent: ottosHome }
    const folder = await Folder.make(theService, inHome)
    assert.include(
      await ask(ada, { what: 'open_folder', folder: 'private' }),
      'No folder is called'
    )
    assert.include(await ask(ada, { what: 'open_folder', folder: 'otto' }), 'No folder is called')
    const asked = { what: 'open_folder', folder: 'x', folder_id: folder.id }
    assert.include(await ask(ada, asked), 'No folder is called that')
    assert.include(await ask(otto, { what: 'open_folder', folder: 'home' }), 'Nothing stands')
  })

  test('never subscribed: the folder’s liaison, and nothing aloud that tells of it', async ({
    assert,
  }) => {
    const { otto, browser, ask } = await calling()
    await signedIn(otto)
    const text = await ask(otto, { what: 'open_folder', folder: '/DOL/SRR/Incoming' })
    assert.include(text, 'The person was never subscribed to this folder')
    assert.include(text, 'Lena Long')
    const [, aloud] = /<blockquote[^>]*>([\s\S]*?)<\/blockquote>/.exec(browser.html)!
    assert.notInclude(aloud, 'Incoming')
    assert.notInclude(aloud, 'Lena')
    assert.include(aloud, 'I see nothing of that name')
    assert.include(aloud, 'Please turn to Olga Oak, olga@example.gov.')
  })

  test('offered and not answered: her own liaison', async ({ assert }) => {
    const { lena, incoming, opm, otto, ask } = await calling()
    await signedIn(otto)
    await anOffer({ lena, incoming, opm })
    const text = await ask(otto, { what: 'open_folder', folder: '/DOL/SRR/Incoming' })
    assert.include(text, 'has not answered yet')
    assert.include(text, 'Olga Oak')
  })

  test('over, suspended by a review, deleted: why and since when', async ({ assert }) => {
    const { ada, lena, incoming, ask } = await calling()
    await signedIn(ada)
    const asked = { what: 'open_folder', folder: '/DOL/SRR/Incoming' }
    const subscription = await FolderSubscription.findByOrFail('accountId', ada.id)
    await subscription.merge({ expiresAt: now() - hour }).save()
    assert.include(await ask(ada, asked), 'its last day came')
    await subscription.merge({ endedAt: now(), endedBecause: 'not_reviewed' }).save()
    assert.include(await ask(ada, asked), 'nobody confirmed it in the access review')

    await subscription.merge({ endedAt: null, endedBecause: null, expiresAt: null }).save()
    await inTransaction((trx) => FolderDeletion.of(incoming, lena, trx))
    const deleted = await ask(ada, asked)
    assert.include(deleted, 'It can be recovered until')
    assert.include(deleted, 'That folder was deleted. Its liaison can still bring it back.')
    assert.include(deleted, 'Lena Long')
  })

  test('may look, but not upload; no room for more', async ({ assert }) => {
    const { ada, incoming, ask } = await calling()
    await signedIn(ada)
    const asked = { what: 'upload', folder: '/DOL/SRR/Incoming' }
    assert.include(await ask(ada, asked), 'Nothing stands in the way')
    await incoming.merge({ quotaBytes: 0 }).save()
    assert.include(await ask(ada, asked), 'The quota of this folder leaves no room')
    const subscription = await FolderSubscription.findByOrFail('accountId', ada.id)
    await subscription.merge({ level: 'viewer' }).save()
    const text = await ask(ada, asked)
    assert.include(text, 'You can view and download here, but not upload.')
    assert.include(text, 'The folder’s quota leaves room for another file: not asked')
  })
})

test.group('Why can’t she see a file?', (group) => {
  group.each.setup(undone)

  test('by its code: deleted, by whom it comes back; gone for good; no such code', async ({
    assert,
  }) => {
    const { ada, incoming, browser, ask } = await calling()
    await signedIn(ada)
    const file = await received(incoming, ada, 'payroll-secret.csv', 'a,b')
    const asked = { what: 'see_file', code: file.code.toLowerCase().replaceAll('-', ' ') }
    assert.include(await ask(ada, asked), 'Nothing stands in the way')
    assert.include(browser.text, file.code)
    assert.notInclude(browser.html, 'payroll-secret')

    await deleteFile(ada, file)
    const deleted = await ask(ada, asked)
    assert.include(deleted, 'The file is deleted. It can be restored until')
    assert.include(deleted, 'open Deleted files, and press Restore')
    await file.refresh()
    await file.merge({ destroyedAt: now() }).save()
    const gone = await ask(ada, asked)
    assert.include(gone, 'The file was deleted for good')
    assert.notInclude(browser.html, 'payroll-secret')

    for (const code of ['W-7K3Q-9XMD', 'nonsense']) {
      assert.include(await ask(ada, { what: 'see_file', code }), 'No file has this code.')
    }
    assert.include(await ask(ada, { what: 'see_file' }), 'Type the code of the file')
  })

  test('a drop-off shows only own uploads; others’ are nothing to tell', async ({ assert }) => {
    const { ada, dol, incoming, browser, ask } = await calling()
    const ann = await person(dol, 'ann', 'Ann Ash')
    await FolderSubscription.start(theService, incoming, ann, 'contributor')
    await signedIn(ann)
    const file = await received(incoming, ada, 'bid.pdf', 'secret')
    await incoming.merge({ isDropOff: true }).save()
    const text = await ask(ann, { what: 'see_file', code: file.code })
    assert.include(text, 'sees only their own uploads')
    const [, aloud] = /<blockquote[^>]*>([\s\S]*?)<\/blockquote>/.exec(browser.html)!
    assert.notInclude(aloud, 'drop-off')
    assert.notInclude(text, 'bid.pdf')
    assert.notInclude(text, 'Ada Adams')
  })

  test('in a folder that she does not reach, no more is said', async ({ assert }) => {
    const { ada, otto, incoming, ask } = await calling()
    await signedIn(otto)
    const file = await received(incoming, ada, 'report.csv', 'a,b')
    await deleteFile(ada, file)
    const text = await ask(otto, { what: 'see_file', code: file.code })
    assert.include(text, 'never subscribed')
    assert.notInclude(text, 'can be restored')
  })
})

test.group('The page “Why can’t she…?”', (group) => {
  group.each.setup(undone)

  test('changes nothing, mails nobody, and is one look on record', async ({ assert }) => {
    const { ada, otto, ask } = await calling()
    const before = await AuditEntry.query().whereNot('event', 'account.looked_up')
    for (const what of ['sign_in', 'open_folder', 'upload', 'sftp']) {
      await ask(otto, { what, folder: '/DOL/SRR/Incoming' })
    }
    await ask(ada, {})
    const after = await AuditEntry.query().whereNot('event', 'account.looked_up')
    assert.lengthOf(after, before.length)
    assert.lengthOf(await AuditEntry.query().where('event', 'account.looked_up'), 2)
    assert.isEmpty(await Message.all())
  })

  test('is nothing for a liaison, for Ada, for a visitor', async ({ assert }) => {
    const { ada } = await calling()
    for (const name of ['ada', 'lena', 'olga']) {
      const other = await new Visitor().signIn(name, password)
      assert.equal((await other.open(of(ada, { what: 'sign_in' }))).status, 403, name)
    }
    const nobody = await new Visitor().open(of(ada, { what: 'sign_in' }))
    assert.equal(nobody.location, '/sign-in')
  })

  test('bears whatever stands in the address', async ({ assert }) => {
    const { ada } = await calling()
    const visitor = await new Visitor().signIn('hank', password)
    for (const query of [
      'what=%00&folder=%00',
      'what[]=x&folder[a]=b',
      'what=open_folder&folder=%00',
      "what=open_folder&folder='%25_",
      'what=open_folder&folder_id=nonsense&folder=%E0%A4',
      `what=see_file&code=${'W'.repeat(3000)}`,
    ]) {
      assert.equal((await visitor.open(`${of(ada)}${query}`)).status, 200, query)
    }
  })
})

const aDirectoryOf = (organizationId: string) =>
  Directory.create({
    organizationId,
    address: 'ldaps://directory.example.gov',
    baseDn: 'dc=example',
    searchDn: 'cn=search',
    searchPassword: 'x',
    usernameAttribute: 'uid',
    objectIdAttribute: 'entryUUID',
    isInUse: true,
    changedByOperator: false,
    changedAt: now(),
  })
