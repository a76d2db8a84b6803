import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { sent } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import File from '#app/files/file'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

/** Everything that somebody could wish to say of themselves, in every spelling. */
function wishes({ opm, olga, ottosHome }: Awaited<ReturnType<typeof theCast>>) {
  const wished: Record<string, string> = {
    organizationId: opm.id,
    accountId: olga.id,
    ownerId: olga.id,
    senderId: olga.id,
    folderId: ottosHome.id,
    role: 'operator',
    roles: 'operator',
    level: 'manager',
    status: 'active',
    deactivatedAt: '',
    suspendedAt: '',
    mustChangePassword: '0',
    credentialSource: 'directory',
    passwordProfile: 'guide',
    keepDays: '9999',
    purgeAt: '9999999999999',
    sizeBytes: '1',
    versionNumber: '7',
    username: 'olga',
  }
  const snake = (name: string) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
  const pairs = Object.entries(wished)
  return Object.fromEntries([...pairs, ...pairs.map(([name, value]) => [snake(name), value])])
}

/** What a person may not change of themselves: who belongs where, who may do what. */
async function standing() {
  const accounts = await db
    .from('accounts')
    .orderBy('id')
    .select('id', 'organization_id', 'username', 'credential_source', 'deactivated_at', 'ends_at')
  const rest = ['account_roles', 'organizations', 'folder_subscriptions'].map((table) =>
    db.from(table).orderBy('id')
  )
  const folders = await db.from('folders').orderBy('id').select('id', 'owner_id', 'organization_id')
  return { accounts, folders, rest: await Promise.all(rest) }
}

test.group('What a form says beside what it is asked', (group) => {
  group.each.setup(undone)

  test('changes nobody’s organization, role, owner or status', async ({ assert }) => {
    const cast = await theCast()
    const { ada, adasHome, lena } = cast
    const before = await standing()
    const said = wishes(cast)
    const search = new URLSearchParams(said)
    const browser = await PlainBrowser.signIn('ada')
    await browser.open(`/home?${search}`)

    const body = new FormData()
    body.append('_csrf', browser.token)
    for (const [name, value] of Object.entries(said)) body.append(name, value)
    body.append('upload', sent('a.txt'))
    await browser.open(`/folders/${adasHome.id}/forms?${search}`, { method: 'POST', body })
    const file = await File.findByOrFail({ name: 'a.txt' })
    assert.containsSubset(file.$attributes, {
      senderId: ada.id,
      folderId: adasHome.id,
      sizeBytes: 6,
      versionNumber: 1,
    })
    assert.isBelow(file.purgeAt, Date.now() + 61 * 24 * 3600 * 1000)

    await browser.open('/profile')
    await browser.send(`/profile/sessions?_method=DELETE&${search}`, said)
    const chosen = { new_password: 'plum-tree-7', retype_password: 'plum-tree-7' }
    await browser.open('/password')
    await browser.send('/password?_method=PUT', { ...said, ...chosen, current_password: password })
    assert.isNotNull((await ada.refresh()).passwordChangedAt)
    assert.isNull((await lena.refresh()).passwordChangedAt)
    assert.deepEqual(await standing(), before)
  })
})
