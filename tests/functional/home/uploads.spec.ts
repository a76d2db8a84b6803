import { theService } from '#app/audit/actor'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import File from '#app/files/file'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { sent } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

const json = { accept: 'application/json' }

test.group('Uploading by the folder form', (group) => {
  group.each.setup(undone)

  test('a file arrives, and its size, digest and waybill are told', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const page = await ada.sendFolderForm(adasHome.id, {
      do: 'upload',
      upload: [sent('report.txt')],
    })
    assert.equal(page.status, 200)
    assert.include(ada.text, 'Uploaded report.txt. 6 bytes, SHA-256 5891b5b522d5…')
    const file = await File.findByOrFail({ name: 'report.txt' })
    assert.include(ada.html, `href="/files/${file.id}"`)
    await adasHome.refresh()
    assert.equal(adasHome.fileCount, 1)
    await ada.open(`/files/${file.id}`)
    assert.include(ada.text, file.code)
    assert.include(ada.text, '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03')
    assert.include(ada.text, 'Uploaded (version 1)')
  })

  test('names of every kind arrive as they are', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const names = [
      'two  spaces .txt',
      '#1 100% & more=?.txt'.replace('?', ''),
      "it's.txt",
      '報告書.pdf',
      'Übergröße.txt',
      'مرحبا.txt',
      '😀👩‍👩‍👧.png',
      `${'ä'.repeat(125)}.xy12`,
      'x'.repeat(255),
      '<b>bold</b>.html'.replaceAll('/', ''),
      '%2e%2e%2fetc.txt',
    ]
    await ada.sendFolderForm(adasHome.id, { do: 'upload', upload: names.map((name) => sent(name)) })
    for (const name of names) assert.include(ada.text, `Uploaded ${name.replace(/\s+/g, ' ')}.`)
    const files = await File.query().where('folderId', adasHome.id)
    assert.sameMembers(
      files.map(({ name }) => name),
      names.map((name) => name.normalize('NFC'))
    )
    for (const file of files) assert.equal((await ada.open(`/files/${file.id}`)).status, 200)
  })

  test('an empty file is a file', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { do: 'upload', upload: [sent('empty.txt', '')] })
    assert.include(ada.text, 'Uploaded empty.txt. 0 bytes, SHA-256 e3b0c44298fc…')
  })

  test('what is refused is named with the reason, and the others are kept', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const upload = [sent('good.txt'), sent('bad\u202Etxt.exe'), sent('also good.txt')]
    await ada.sendFolderForm(adasHome.id, { do: 'upload', upload })
    assert.include(ada.text, 'Uploaded good.txt.')
    assert.include(ada.text, 'Uploaded also good.txt.')
    assert.include(ada.text, 'it holds a character that turns the reading direction')
    assert.lengthOf(await File.query().where('folderId', adasHome.id), 2)
  })

  test('the same name makes a new version and says so', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt', 'one')] })
    await ada.sendFolderForm(adasHome.id, { upload: [sent('A.txt', 'three')] })
    assert.include(ada.text, 'This is version 2; the earlier one is kept.')
    const files = await File.query().where('folderId', adasHome.id)
    assert.lengthOf(files, 1)
    assert.equal(files[0].sizeBytes, 5)
  })

  test('ASCII mode says what it changed, and what it did not touch', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const upload = [
      sent('lines.txt', 'a\r\n'.repeat(1204)),
      sent('data.bin', new Uint8Array([0, 1, 13, 10])),
    ]
    await ada.sendFolderForm(adasHome.id, { mode: 'ascii', upload })
    assert.include(ada.text, '1,204 line endings changed.')
    assert.include(ada.text, 'It is not text, so ASCII mode kept it byte for byte.')
  })

  test('a script gets the results as JSON', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const response = await ada.sendFolderForm(
      adasHome.id,
      { upload: [sent('a.txt'), sent('con')] },
      json
    )
    const { arrivals } = (await response.json()) as any
    assert.containsSubset(arrivals, [
      { name: 'a.txt', outcome: 'uploaded', file: { sizeBytes: 6, versionNumber: 1 } },
      { name: 'con', outcome: 'refused', code: 'upload.name' },
    ])
  })

  test('nothing chosen and nothing ticked is said plainly', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { do: 'upload' })
    assert.include(ada.text, 'Choose a file with Browse first.')
    for (const action of ['download', 'html', 'text', 'delete']) {
      await ada.sendFolderForm(adasHome.id, { do: action })
      assert.include(ada.text, 'Select a file first.')
    }
  })

  test('a form that fails comes back with its mode and its ticks', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const upload = ['a.txt', 'b.txt', 'c.txt'].map((name) => sent(name))
    await ada.sendFolderForm(adasHome.id, { mode: 'ascii', upload })
    assert.include(ada.html, '<option value="ascii" selected>')
    const files = await File.query().orderBy('name')
    const ticked = files.slice(0, 2).map(({ id }) => id)
    await ada.sendFolderForm(adasHome.id, { do: 'text', mode: 'ascii', files: ticked })
    assert.include(ada.text, 'select only one')
    assert.include(ada.html, '<option value="ascii" selected>')
    const checked = [...ada.html.matchAll(/aria-label="(.)\.txt" checked/g)].map(([, name]) => name)
    assert.deepEqual(checked, ['a', 'b'])
    await ada.open('/home')
    assert.include(ada.html, '<option value="binary" selected>')
    assert.notInclude(ada.html, ' checked')
  })

  test('without the right token nothing is read and nothing is left behind', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    for (const token of ['', 'nonsense']) {
      const body = new FormData()
      body.append('_csrf', token)
      body.append('upload', sent('a.txt'))
      const response = await ada.open(`/folders/${adasHome.id}/forms`, { method: 'POST', body })
      assert.equal(response.status, 403)
    }
    assert.include(ada.text, 'This form is out of date, so nothing was done.')
    assert.lengthOf(await File.all(), 0)
  })

  test('a token behind the files counts for nothing', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const body = new FormData()
    body.append('upload', sent('a.txt'))
    body.append('_csrf', ada.token)
    const response = await ada.open(`/folders/${adasHome.id}/forms`, { method: 'POST', body })
    assert.equal(response.status, 403)
    assert.lengthOf(await File.all(), 0)
  })

  test('another site cannot send the form', async ({ assert }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const foreign = { 'sec-fetch-site': 'cross-site' }
    const response = await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] }, foreign)
    assert.equal(response.status, 403)
    assert.lengthOf(await File.all(), 0)
  })

  test('viewers and strangers upload nothing', async ({ assert }) => {
    const { otto, incoming, adasHome } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'viewer')
    const visitor = await PlainBrowser.signIn('otto')
    const refused = await visitor.sendFolderForm(incoming.id, {
      upload: [sent('a.txt'), sent('b.txt')],
    })
    assert.equal(refused.status, 403)
    assert.include(visitor.text, 'You can view and download here, but not upload.')
    await visitor.open('/home')
    const unknown = await visitor.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    assert.equal(unknown.status, 404)
    assert.lengthOf(await File.all(), 0)
    const refusals = await AuditEntry.query()
      .where({ outcome: 'refused', actorId: otto.id })
      .orderBy('id')
    assert.deepEqual(
      refusals.map(({ subjectId, details }) => [subjectId, details.code]),
      [
        [incoming.id, 'folder.viewer_only'],
        [adasHome.id, 'unknown'],
      ]
    )
  })

  test('who is not signed in is asked to sign in, and nothing is kept', async ({ assert }) => {
    const { adasHome } = await theCast()
    const visitor = new PlainBrowser()
    await visitor.open('/sign-in')
    await visitor.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    assert.include(visitor.text, 'Sign in to go on.')
    assert.lengthOf(await File.all(), 0)
  })

  test('an ended session uploads nothing either', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const visitor = await PlainBrowser.signIn('ada')
    await AccountSession.query().where('accountId', ada.id).update({ endedAt: Date.now() })
    await visitor.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    assert.include(visitor.text, 'Sign in to go on.')
    assert.lengthOf(await File.all(), 0)
  })

  test('Download and View lead on to the ticked file, several to an archive', async ({
    client,
    assert,
  }) => {
    const { ada, adasHome } = await theCast()
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { upload: [sent('a.txt'), sent('b.txt')] })
    const [a, b] = await File.query().orderBy('name')
    const { signedIn } = await import('#tests/support/cast')
    const send = async (fields: [string, string][]) => {
      const request = client.post(`/folders/${adasHome.id}/forms`).loginAs(await signedIn(ada))
      for (const [name, value] of fields) request.field(name, value)
      return (await request.withCsrfToken().redirects(0)).header('location')
    }
    const mode: [string, string] = ['mode', 'ascii']
    assert.equal(
      await send([mode, ['files', a.id], ['do', 'download']]),
      `/files/${a.id}/download?mode=ascii`
    )
    assert.equal(await send([mode, ['files', a.id], ['do', 'html']]), `/files/${a.id}/html`)
    assert.equal(await send([mode, ['files', a.id], ['do', 'text']]), `/files/${a.id}/text`)
    assert.equal(
      await send([mode, ['files', a.id], ['files', b.id], ['do', 'download']]),
      `/folders/${adasHome.id}/archive?mode=ascii&files=${a.id}&files=${b.id}`
    )
    await visitor.open('/home')
    await visitor.sendFolderForm(adasHome.id, { do: 'html', files: [a.id, b.id] })
    assert.include(visitor.text, 'One file can be viewed at a time: select only one.')
  })
})
