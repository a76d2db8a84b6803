import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile, someFiles } from '#tests/support/files'
import { test } from '@japa/runner'

const words = [
  '<h1>Home</h1>',
  'My Folders',
  'Account Info',
  'Change Password',
  'Transfer mode',
  '<option value="binary" selected>Binary</option>',
  'ASCII',
  '>Name</a>',
  '>Size</a>',
  '>Date</a>',
  '>Purged on</a>',
  'report.csv',
  '1.4 MB',
  'aria-label="report.csv"',
  'Download',
  'View (HTML)',
  'View (Text)',
  'Delete',
  'Browse',
  'Upload File',
]

test.group('Home and folders', (group) => {
  group.each.setup(undone)

  test('home shows the home folder in the words of the manual', async ({ client }) => {
    const { ada, adasHome } = await theCast()
    await aFile(adasHome, ada, 'report.csv', { sizeBytes: 1_468_006 })
    const page = await client.get('/home').loginAs(await signedIn(ada))
    page.assertStatus(200)
    for (const word of words) page.assertTextIncludes(word)
  })

  test('who has no home folder is led to the others', async ({ client }) => {
    const { lena, incoming } = await theCast()
    const bare = await client.get('/home').loginAs(await signedIn(lena))
    bare.assertTextIncludes('No folder is open to you yet.')
    await FolderSubscription.start(theService, incoming, lena, 'viewer')
    const page = await client.get('/home').loginAs(lena)
    page.assertTextIncludes(`/folders/${incoming.id}`)
    page.assertTextIncludes('/DOL/SRR/Incoming')
  })

  test('folders say whose they are, the own home does not', async ({ client, assert }) => {
    const { ada, otto, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'viewer')
    const page = await client.get('/folders').loginAs(await signedIn(otto))
    page.assertTextIncludes('Department of Labor')
    assert.notInclude(page.text().split('<main')[1], 'Office of Policy and Management')
    const own = await client.get('/folders').loginAs(await signedIn(ada))
    assert.include(own.text().split('<main')[1], 'Department of Labor')
  })

  test('a subfolder opens for who is subscribed above; the way back is a link', async ({
    client,
    assert,
  }) => {
    const { ada, incoming, dol } = await theCast()
    const details = { name: '2026', organizationId: dol.id, parent: incoming }
    const year = await Folder.make(theService, details)
    const above = await client.get(`/folders/${incoming.id}`).loginAs(await signedIn(ada))
    above.assertTextIncludes(`<a href="/folders/${year.id}">`)
    const page = await client.get(`/folders/${year.id}`).loginAs(ada)
    page.assertStatus(200)
    page.assertTextIncludes(`<a href="/folders/${incoming.id}">Incoming</a>`)
    assert.notInclude(page.text(), `<a href="/folders/${incoming.parentId}">`)
  })

  test('what one does not reach is as if it did not exist', async ({ client }) => {
    const { ada, otto, adasHome, root } = await theCast()
    const attempts = [
      [otto, adasHome.id],
      [ada, root.id],
      [ada, '01a201e4-0000-7000-8000-000000000000'],
      [ada, 'nonsense'],
    ] as const
    for (const [who, id] of attempts) {
      const page = await client.get(`/folders/${id}`).loginAs(await signedIn(who))
      page.assertStatus(404)
      page.assertTextIncludes('Page not found')
    }
  })

  test('an ended subscription closes the folder at once', async ({ client }) => {
    const { ada, incoming } = await theCast()
    await FolderSubscription.query().where('accountId', ada.id).update({ endedAt: Date.now() })
    const page = await client.get(`/folders/${incoming.id}`).loginAs(await signedIn(ada))
    page.assertStatus(404)
  })

  test('viewers are told that they cannot upload, and get no button for it', async ({
    client,
    assert,
  }) => {
    const { otto, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'viewer')
    await aFile(incoming, otto, 'a.txt')
    const page = await client.get(`/folders/${incoming.id}`).loginAs(await signedIn(otto))
    page.assertTextIncludes('You can view and download here, but not upload.')
    assert.notInclude(page.text(), 'Upload File')
    assert.notInclude(page.text(), 'value="delete"')
  })

  test('nonsense in the address shows the usual page', async ({ client }) => {
    const { ada, adasHome } = await theCast()
    await someFiles(adasHome, ada, ['b.txt', 'a.txt'])
    const address = '/home?sort=colour&order=1&after=../../etc&name[]=x&at=%00'
    const page = await client.get(address).loginAs(await signedIn(ada))
    page.assertStatus(200)
    for (const name of ['%00.txt', 'b.t%F0', '%F0%9F%98%80'.repeat(128)]) {
      const found = await client.get(`/home?name=${name}`).loginAs(ada)
      found.assertStatus(200)
      found.assertTextIncludes('Show all files')
    }
  })

  test('names are text, whatever stands in them', async ({ client, assert }) => {
    const { ada, adasHome } = await theCast()
    await aFile(adasHome, ada, `<script>alert(1)</script> "it's" 100% #1 😀.txt`)
    const page = await client.get('/home').loginAs(await signedIn(ada))
    assert.notInclude(page.text(), '<script>alert')
    page.assertTextIncludes('&lt;script&gt;alert(1)&lt;/script&gt;')
    const filtered = await client.get('/home').qs({ name: '"><script>' }).loginAs(ada)
    assert.notInclude(filtered.text(), '"><script>')
  })

  test('signed-out people are asked to sign in', async ({ client }) => {
    const page = await client.get('/home').redirects(0)
    page.assertStatus(302)
    page.assertHeader('location', '/sign-in')
  })
})
