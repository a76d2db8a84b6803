import Account from '#app/accounts/account'
import File from '#app/files/file'
import { password, theCast } from '#tests/support/cast'
import { Curl } from '#tests/support/curl'
import { undone } from '#tests/support/database'
import { mailedLink } from '#tests/support/mailed_link'
import { without } from '#tests/support/programs'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const twice = (secret: string) => ({ new_password: secret, retype_password: secret })

async function getsIn(curl: Curl, assert: Assert) {
  await curl.open('/sign-in')
  const refused = await curl.send('/sign-in', { username: 'Ada', password: 'wrong' })
  assert.include(refused, 'User name or password is not correct.')
  assert.include(await curl.send('/sign-in', { username: 'ada', password }), 'Change Password')
  assert.include(await curl.open('/home'), 'Change Password')
  const fields = { current_password: password, ...twice('new-Secret-77') }
  const changed = await curl.send('/password?_method=PUT', fields)
  assert.include(changed, 'Your password was changed successfully.')
}

async function forgets(curl: Curl, assert: Assert) {
  await curl.open('/password/forgot')
  const asked = await curl.send('/password/forgot', { username: 'ada' })
  assert.include(asked, 'Look into your mail')
  const link = await mailedLink()
  assert.include(await curl.open(link), 'For ada.')
  const changed = await curl.send(`${link}?_method=PUT`, twice('plum-tree-7'))
  assert.include(changed, 'Your password was changed successfully.')
  const old = await curl.send('/sign-in', { username: 'ada', password: 'new-Secret-77' })
  assert.include(old, 'User name or password is not correct.')
  const isIn = await curl.send('/sign-in', { username: 'ada', password: 'plum-tree-7' })
  assert.include(isIn, 'My Folders')
}

test.group('With curl alone', (group) => {
  let folder: string
  let notes: string

  group.tap((each) => void each.skip(...without('curl')))
  group.each.setup(undone)
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journey-'))
    notes = join(folder, 'notes.txt')
    await writeFile(notes, 'first\r\nsecond\r\n')
    return () => rm(folder, { recursive: true })
  })

  async function sendsAndViews(curl: Curl, form: string, assert: Assert) {
    await curl.open('/home')
    const sent = await curl.sendParts(form, 'mode=ascii', `upload=@${notes}`)
    assert.include(sent, 'Uploaded notes.txt.')
    assert.include(sent, '2 line endings changed')
    const file = await File.findByOrFail({ name: 'notes.txt' })
    await curl.open('/home')
    assert.include(await curl.sendParts(form, `files=${file.id}`, 'do=text'), 'Only the contents')
    assert.equal(await curl.open(`/files/${file.id}/contents/text`), 'first second ')
    await curl.open('/home')
    assert.include(await curl.sendParts(form, `files=${file.id}`, 'do=html'), 'notes.txt')
    return file
  }

  async function fetches(curl: Curl, form: string, file: File, assert: Assert) {
    await curl.open('/home')
    await curl.sendParts(form, 'mode=ascii', `files=${file.id}`, 'do=download')
    assert.equal(curl.page, 'first\r\nsecond\r\n')
    await curl.open(`/files/${file.id}/download`, '-o', join(folder, 'copy'))
    assert.equal(await readFile(join(folder, 'copy'), 'utf8'), 'first\nsecond\n')
  }

  async function deletesAndFinds(curl: Curl, form: string, file: File, assert: Assert) {
    await curl.open('/home')
    const deleted = await curl.sendParts(form, `files=${file.id}`, 'do=delete')
    assert.include(deleted, 'Deleted notes.txt.')
    assert.include(await curl.send('/undos', { 'files[]': file.id }), 'Restored notes.txt.')
    assert.include(await curl.open(`/waybills?code=${file.code.toLowerCase()}`), file.sha256)
    assert.include(curl.text, 'Downloaded')
  }

  test('the whole job, from the first sign-in to sign-out', async ({ assert, cleanup }) => {
    const { adasHome } = await theCast()
    await Account.query().where('username', 'ada').update({ mustChangePassword: true })
    const curl = await Curl.begin()
    cleanup(() => curl.close())
    const form = `/folders/${adasHome.id}/forms`

    await getsIn(curl, assert)
    await forgets(curl, assert)
    const file = await sendsAndViews(curl, form, assert)
    await fetches(curl, form, file, assert)
    await deletesAndFinds(curl, form, file, assert)
    assert.include(await curl.send('/sign-out'), 'You have signed out.')
    assert.include(await curl.open('/home'), 'Sign In')
  })
})
