import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import HeldUpload from '#app/files/receiving/held_upload'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, hour, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { formHeaders, multipart } from '#tests/support/multipart'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

test.group('An upload that outlives its session', (group) => {
  group.each.setup(undone)

  /** Sends one file in two parts; between them something happens to its sender. */
  async function uploadWhile(
    browser: PlainBrowser,
    folderId: string,
    happens: () => Promise<unknown>
  ) {
    const whole = multipart([
      { field: '_csrf', body: browser.token },
      { field: 'mode', body: 'binary' },
      { field: 'upload', filename: 'slow.txt', body: 'first half, second half' },
    ])
    const middle = whole.indexOf('second half')
    const happened = Promise.withResolvers<void>()
    const body = new ReadableStream({
      async start(stream) {
        stream.enqueue(whole.subarray(0, middle))
        await new Promise((resolve) => setTimeout(resolve, 300))
        await happens()
        happened.resolve()
        stream.enqueue(whole.subarray(middle))
        stream.close()
      },
    })
    const init = { method: 'POST', body, headers: formHeaders, duplex: 'half' }
    const answer = await browser.open(`/folders/${folderId}/forms`, init as RequestInit)
    /** The answer may come first; what happens must not happen to the next test's people. */
    await happened.promise
    return answer
  }

  const endings = {
    'signed out': () =>
      AccountSession.query().update({ endedAt: now(), endedBecause: 'signed_out' }),
    'idle too long': () => AccountSession.query().update({ lastSeenAt: now() - hour }),
    'at its absolute end': () => AccountSession.query().update({ createdAt: now() - 13 * hour }),
  }

  for (const [ending, end] of Object.entries(endings)) {
    test(`is held, not published, when the session is ${ending}`, async ({ assert }) => {
      const { ada, adasHome } = await theCast()
      const browser = await PlainBrowser.signIn('ada')
      await uploadWhile(browser, adasHome.id, end)
      assert.lengthOf(await File.all(), 0)
      assert.include(browser.text, 'Sign in')

      const [held] = await HeldUpload.waitingFor(ada)
      assert.equal(held.name, 'slow.txt')
      assert.equal(await blobStore().sizeOf(held.blobKey!), 23)
    })
  }

  test('is kept with one click at the next sign-in, once', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const browser = await PlainBrowser.signIn('ada')
    await uploadWhile(browser, adasHome.id, endings['signed out'])
    const again = await PlainBrowser.signIn('ada')
    await again.open('/home')
    assert.include(again.text, 'Uploads that wait for you')
    const [held] = await HeldUpload.waitingFor(ada)
    await again.send(`/held-uploads/${held.id}?_method=PUT`)
    assert.include(again.text, 'Uploaded slow.txt.')
    assert.notInclude(again.text, 'Uploads that wait for you')

    const file = await File.findByOrFail({ name: 'slow.txt' })
    assert.equal((await file.currentVersion()).blobKey, held.blobKey)
    await held.refresh()
    assert.equal(held.outcome, 'kept')
    assert.isNull(held.blobKey)
    assert.equal((await again.send(`/held-uploads/${held.id}?_method=PUT`)).status, 404)
    assert.lengthOf(await File.all(), 1)
  })

  test('of a folder that was deleted meanwhile cannot be kept, and the home page says so', async ({
    assert,
  }) => {
    const { incoming, lena } = await theCast()
    const browser = await PlainBrowser.signIn('ada')
    await uploadWhile(browser, incoming.id, endings['signed out'])
    await deleteFolder(lena, incoming)
    const again = await PlainBrowser.signIn('ada')
    await again.open('/home')
    const held = await HeldUpload.firstOrFail()
    await again.send(`/held-uploads/${held.id}?_method=PUT`)
    assert.include(again.html, '<h1>Home</h1>')
    assert.include(again.text, 'slow.txt cannot be put there')
    assert.lengthOf(await File.all(), 0)
  })

  test('an upload that runs while its folder is deleted is refused, and nothing is left', async ({
    assert,
  }) => {
    const { incoming, lena } = await theCast()
    const browser = await PlainBrowser.signIn('ada')
    await uploadWhile(browser, incoming.id, () => deleteFolder(lena, incoming))
    assert.lengthOf(await File.all(), 0)
    assert.lengthOf(await HeldUpload.all(), 0)
    assert.equal((await browser.open(`/folders/${incoming.id}`)).status, 404)
  })

  test('is discarded with its bytes', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await uploadWhile(await PlainBrowser.signIn('ada'), adasHome.id, endings['signed out'])
    const [held] = await HeldUpload.waitingFor(ada)
    const again = await PlainBrowser.signIn('ada')
    await again.open('/home')
    await again.send(`/held-uploads/${held.id}?_method=DELETE`)
    assert.include(again.text, 'Discarded slow.txt.')
    assert.isNull(await blobStore().sizeOf(held.blobKey!))
    assert.lengthOf(await File.all(), 0)
  })

  test('is nobody else’s to keep', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await uploadWhile(await PlainBrowser.signIn('ada'), adasHome.id, endings['signed out'])
    const [held] = await HeldUpload.waitingFor(ada)
    const otto = await PlainBrowser.signIn('otto')
    await otto.open('/home')
    assert.notInclude(otto.text, 'slow.txt')
    for (const method of ['PUT', 'DELETE']) {
      await otto.open('/home')
      const answer = await otto.send(`/held-uploads/${held.id}?_method=${method}`)
      assert.equal(answer.status, 404)
    }
    assert.lengthOf(await HeldUpload.waitingFor(ada), 1)
  })

  test('goes after 14 days without an answer, once, and the trail knows', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await uploadWhile(await PlainBrowser.signIn('ada'), adasHome.id, endings['signed out'])
    const [held] = await HeldUpload.waitingFor(ada)
    assert.equal(await HeldUpload.expire(now() + 13 * day), 0)
    const late = now() + 14 * day + 1000
    const expired = await Promise.all([HeldUpload.expire(late), HeldUpload.expire(late)])
    assert.sameMembers(expired, [1, 0])
    const [entry, ...others] = await AuditEntry.about(held.id).where('event', 'upload.expired')
    assert.equal(entry.subjectName, 'slow.txt')
    assert.isNull(entry.actorId)
    assert.isEmpty(others)
    assert.isNull(await blobStore().sizeOf(held.blobKey!))
    assert.lengthOf(await HeldUpload.waitingFor(ada), 0)
  })

  test('is refused, and leaves nothing, when the account or the subscription has ended', async ({
    assert,
  }) => {
    const { incoming, adasHome } = await theCast()
    const browser = await PlainBrowser.signIn('ada')
    await uploadWhile(browser, incoming.id, () =>
      FolderSubscription.query().update({ endedAt: now() })
    )
    await uploadWhile(await PlainBrowser.signIn('ada'), adasHome.id, () =>
      Account.query().where('username', 'ada').update({ deactivatedAt: now() })
    )
    assert.lengthOf(await File.all(), 0)
    assert.lengthOf(await HeldUpload.all(), 0)
  })
})
