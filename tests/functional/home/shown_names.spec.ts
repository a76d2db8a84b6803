import { theService } from '#app/audit/actor'
import { tellOfArrivals } from '#app/files/activity/arrival_notices'
import HeldUpload from '#app/files/receiving/held_upload'
import { folderAsSeen } from '#app/folders/folder_as_seen'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { minute, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { written } from '#tests/support/mails'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

/** What another agency calls the folder, what stands above it, and where it begins. */
const secret = /Incoming|SRR|DOL/

test.group('A folder that is shared under another name', (group) => {
  group.each.setup(undone)

  async function shared() {
    const cast = await theCast()
    const { incoming, otto, dol } = cast
    const below = await Folder.make(theService, {
      name: 'Below',
      organizationId: dol.id,
      parent: incoming,
    })
    const terms = { level: 'manager', shownAs: 'Shared report' } as const
    const subscription = await FolderSubscription.start(theService, incoming, otto, terms)
    return { ...cast, below, subscription }
  }

  test('is called so on every page, and nothing above it is named', async ({ assert }) => {
    const { incoming, below, otto } = await shared()
    const file = await received(incoming, otto, 'notes.txt', 'hello')
    const lower = await received(below, otto, 'lower.txt', 'hello')
    const gone = await received(incoming, otto, 'gone.txt', 'bye')
    const his = await PlainBrowser.signIn('otto')
    await his.sendFolderForm(incoming.id, { do: 'delete', files: [gone.id] })
    const pages = [
      ...['/home', '/folders', '/deleted', '/help', '/profile', '/dashboard'],
      ...[incoming, below].map(({ id }) => `/folders/${id}`),
      ...[file, lower, gone].map(({ id }) => `/files/${id}`),
      ...[file, lower].flatMap(({ id }) => [`/files/${id}/text`, `/files/${id}/html`]),
      `/files/${gone.id}/destructions/create`,
      `/waybills?code=${file.code}`,
    ]
    for (const address of pages) {
      await his.open(address)
      assert.notMatch(his.html.replaceAll(/Department of Labor/g, ''), secret, address)
    }
    await his.open(`/files/${file.id}/text`)
    assert.include(his.text, 'Back to Shared report')
    await his.open(`/files/${lower.id}`)
    assert.include(his.text, '/Shared report/Below')
    await his.open('/deleted')
    assert.include(his.text, 'Shared report')
  })

  test('names the ZIP', async ({ assert }) => {
    const { incoming, otto } = await shared()
    await received(incoming, otto, 'a.txt', 'hello')
    const his = await PlainBrowser.signIn('otto')
    const { headers } = await his.open(`/folders/${incoming.id}/archive`)
    assert.include(headers.get('content-disposition'), 'Shared report.zip')
  })

  test('names what waits after a session ended, even when the access is over', async ({
    assert,
  }) => {
    const { incoming, otto, subscription } = await shared()
    const bytes = { sizeBytes: 1, sha256: 'x', transferMode: 'binary' as const, isText: false }
    const held = { accountId: otto.id, folderId: incoming.id, name: 'slow.txt', blobKey: 'k' }
    await HeldUpload.create({ ...held, ...bytes, lineEndingsChanged: 0 })
    const his = await PlainBrowser.signIn('otto')
    await his.open('/home')
    assert.include(his.text, 'for Shared report')
    await inTransaction((trx) => subscription.close(theService, 'ended', trx))
    await his.open('/home')
    assert.include(his.text, 'for Shared report')
    assert.notMatch(his.text, /Incoming/)
  })

  test('names mails of arrival, below it too', async ({ assert }) => {
    const { incoming, below, ada } = await shared()
    const since = { noticesFrom: now() - minute }
    await incoming.merge(since).save()
    await below.merge(since).save()
    await FolderSubscription.start(theService, below, ada, 'contributor')
    await received(below, ada, 'lower.txt', 'hello')
    await tellOfArrivals(now())
    const mail = await written('files_arrived')
    assert.include(mail, 'arrived in Below (/Shared report/Below)')
    assert.notMatch(mail!.replaceAll(/Department of Labor/g, ''), secret)
  })

  test('keeps its name where a folder below is shared by itself', async ({ assert }) => {
    const { incoming, below, root, otto, ada, opm } = await shared()
    await FolderSubscription.start(theService, below, otto, 'viewer')
    const paths = [incoming, below].map(async (folder) => (await folderAsSeen(otto, folder)).path)
    assert.deepEqual(await Promise.all(paths), ['/Shared report', '/Shared report/Below'])
    const his = await PlainBrowser.signIn('otto')
    await his.open('/folders')
    assert.notMatch(his.html, secret)
    assert.equal((await folderAsSeen(ada, incoming)).path, '/DOL/SRR/Incoming')
    const oscar = await person(opm, 'oscar', 'Oscar Oz')
    await FolderSubscription.start(theService, root, oscar, { level: 'viewer', shownAs: 'All' })
    assert.equal((await folderAsSeen(oscar, below)).path, '/All/SRR/Incoming/Below')
  })
})
