import Account from '#app/accounts/account'
import File from '#app/files/file'
import { password, theCast } from '#tests/support/cast'
import { Curl } from '#tests/support/curl'
import { undone } from '#tests/support/database'
import { without } from '#tests/support/programs'
import { Terminal } from '#tests/support/terminal'
import { test } from '@japa/runner'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const origin = `http://localhost:${process.env.PORT}`

test.group('Without a graphical browser', (group) => {
  let folder: string
  let notes: string

  group.each.setup(undone)
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journey-'))
    notes = join(folder, 'notes.txt')
    await writeFile(notes, 'first\r\nsecond\r\n')
    return () => rm(folder, { recursive: true })
  })

  test('curl alone does the whole job', async ({ assert, cleanup }) => {
    const { adasHome } = await theCast()
    await Account.query().where('username', 'ada').update({ mustChangePassword: true })
    const curl = await Curl.begin()
    cleanup(() => curl.close())
    const form = `/folders/${adasHome.id}/forms`

    await curl.open('/sign-in')
    assert.include(
      await curl.send('/sign-in', { username: 'Ada', password: 'wrong' }),
      'User name or password is not correct.'
    )
    assert.include(await curl.send('/sign-in', { username: 'ada', password }), 'Change Password')
    assert.include(await curl.open('/home'), 'Change Password')
    const changed = {
      current_password: password,
      new_password: 'new-Secret-77',
      retype_password: 'new-Secret-77',
    }
    assert.include(
      await curl.send('/password?_method=PUT', changed),
      'Your password was changed successfully.'
    )
    await curl.open('/password/forgot')
    assert.include(curl.text, 'User Name')
    await curl.open('/sign-in')
    assert.include(
      await curl.send('/sign-in', { username: 'ada', password: 'new-Secret-77' }),
      'My Folders'
    )

    await curl.open('/home')
    assert.include(
      await curl.sendParts(form, 'mode=ascii', `upload=@${notes}`),
      'Uploaded notes.txt.'
    )
    assert.include(curl.text, '2 line endings changed')
    const file = await File.findByOrFail({ name: 'notes.txt' })
    await curl.open('/home')
    assert.include(await curl.sendParts(form, `files=${file.id}`, 'do=text'), 'Only the contents')
    assert.equal(await curl.open(`/files/${file.id}/contents/text`), 'first second ')
    await curl.open('/home')
    assert.include(await curl.sendParts(form, `files=${file.id}`, 'do=html'), 'notes.txt')
    await curl.open('/home')
    await curl.sendParts(form, 'mode=ascii', `files=${file.id}`, 'do=download')
    assert.equal(curl.page, 'first\r\nsecond\r\n')
    await curl.open(`/files/${file.id}/download`, '-o', join(folder, 'copy'))
    assert.equal(await readFile(join(folder, 'copy'), 'utf8'), 'first\nsecond\n')

    await curl.open('/home')
    assert.include(
      await curl.sendParts(form, `files=${file.id}`, 'do=delete'),
      'Deleted notes.txt.'
    )
    assert.include(await curl.send('/undos', { 'files[]': file.id }), 'Restored notes.txt.')
    assert.include(await curl.open(`/waybills?code=${file.code.toLowerCase()}`), file.sha256)
    assert.include(curl.text, 'Downloaded')
    assert.include(await curl.send('/sign-out'), 'You have signed out.')
    assert.include(await curl.open('/home'), 'Sign In')
  }).skip(...without('curl'))

  test('w3m does the whole job', async ({ assert, cleanup }) => {
    await theCast()
    const w3m = new Terminal('w3m', '-cookie', `${origin}/sign-in`)
    cleanup(() => w3m.close())
    const at = async (text: string) => {
      await w3m.press('g', '/')
      await w3m.type(text)
      await w3m.press('Enter')
    }
    const fill = async (text: string) => {
      await w3m.press('Enter')
      await w3m.type(text)
      await w3m.press('Enter')
    }

    await w3m.sees('Both User Name and Password are case sensitive.')
    await at('User Name')
    await w3m.press('Tab')
    await fill('ada')
    await w3m.press('Tab')
    await fill(password)
    await w3m.press('Tab', 'Enter')
    await w3m.sees('There are no files here.')

    await at('Browse ')
    await w3m.press('Tab')
    await fill(notes)
    await w3m.press('Tab', 'Enter')
    await w3m.sees('Uploaded notes.txt.')
    const file = await File.findByOrFail({ name: 'notes.txt' })

    const tick = async () => {
      await at('Purged on')
      await w3m.press('Tab', 'Enter')
      await w3m.sees('[*]')
    }
    await tick()
    await at('View .Text')
    await w3m.press('Enter')
    await w3m.sees('Only the contents')
    await at('Only the contents')
    await w3m.press('Enter')
    await w3m.sees('first second')
    await w3m.press('B')
    await at('Back to Home')
    await w3m.press('Enter')
    await w3m.sees('Purged on')
    await tick()
    await at('View .Text')
    await w3m.press('Tab', 'Enter')
    await w3m.sees('Deleted notes.txt.')
    await at('Undo')
    await w3m.press('Enter')
    await w3m.sees('Restored notes.txt.')
    await at('notes.txt')
    assert.isNull((await file.refresh()).deletedAt)
  }).skip(...without('w3m', 'tmux'))
})
