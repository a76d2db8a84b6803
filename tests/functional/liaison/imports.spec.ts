import Account from '#app/accounts/account'
import { signIn } from '#app/accounts/signing_in/sign_in'
import AuditEntry from '#app/audit/audit_entry'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import Folder from '#app/folders/folder'
import { theService } from '#app/audit/actor'
import AccountImport from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { header, previewed, tableOf } from '#tests/support/imports'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

const rows = (...lines: string[]) => [header, ...lines].join('\n')

async function pasted(text: string, username = 'lena') {
  const visitor = await PlainBrowser.signIn(username)
  await visitor.open('/liaison/imports/create')
  await visitor.send('/liaison/imports', { text })
  return visitor
}

async function uploaded(bytes: Buffer | string, more: { token?: string; name?: string } = {}) {
  const visitor = await PlainBrowser.signIn('lena')
  await visitor.open('/liaison/imports/create')
  const body = new FormData()
  body.append('_csrf', more.token ?? visitor.token)
  body.append('file', new File([new Uint8Array(Buffer.from(bytes))], more.name ?? 'people.csv'))
  const answer = await visitor.open('/liaison/imports/uploads', { method: 'POST', body })
  return { visitor, answer }
}

const apply = async (visitor: PlainBrowser, first = 'mailed_link') => {
  const { id } = await AccountImport.query().orderBy('id', 'desc').firstOrFail()
  await visitor.send(`/liaison/imports/${id}/applications`, { first })
  return id
}
const people = () => Account.query().where('username', 'like', 'p%')

test.group('An import', (group) => {
  group.each.setup(undone)

  test('is pasted, previewed and applied, and each gets a mail, a home and a folder', async ({
    assert,
  }) => {
    const { lena, incoming } = await theCast()
    const visitor = await pasted(
      rows(
        'p1,"Novak, Nia",p1@example.gov,,,,',
        'p2,Ben,p2@example.gov,12/31/2090,lena,/dol/srr/incoming,Contributor'
      )
    )
    assert.include(visitor.text, 'All 2 rows are right')
    assert.include(visitor.text, 'Novak, Nia')
    assert.lengthOf(await people(), 0)

    const id = await apply(visitor)
    assert.include(visitor.text, 'Everybody was imported.')
    const [nia, ben] = await people().orderBy('username')
    assert.include(nia.$attributes, { fullName: 'Novak, Nia', passwordHash: null, endsAt: null })
    assert.equal(ben.sponsorId, lena.id)
    assert.equal((await Folder.homeOf(nia))!.name, 'p1')
    const started = await FolderSubscription.query().where('accountId', ben.id)
    assert.deepEqual(
      started.map(({ folderId, level }) => [folderId, level]),
      [[incoming.id, 'contributor']]
    )
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 2)
    assert.lengthOf(await AuditEntry.query().where({ event: 'import.applied', subjectId: id }), 1)

    await visitor.open('/liaison/imports')
    assert.include(visitor.text, 'Applied, can be undone')
  })

  test('that is applied twice changes nothing the second time', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(tableOf(1))
    const id = await apply(visitor)
    await visitor.send(`/liaison/imports/${id}/applications`, { first: 'mailed_link' })
    assert.include(visitor.text, 'This import was applied already')
    assert.lengthOf(await people(), 1)
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 1)
  })

  test('with one bad row imports nobody, and says at each field how to mend it', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await pasted(
      rows(
        'p1,Nia,p1@example.gov,,,,',
        'ADA,Ben,nobody,31.12.2090,otto,/DOL/Nowhere,boss',
        'p1,Cleo,p3@example.gov,2001-01-01,,,manager'
      )
    )
    assert.include(visitor.text, '3 of 3 rows need mending')
    for (const sentence of [
      'Line 2, User name: The same user name stands in line 4, too.',
      'Line 3, User name: The user name ADA is taken.',
      'Line 3, E-mail: "nobody" is not a mail address.',
      'Line 3, End date: This is no day. Write it like 2027-12-31 or 12/31/2027.',
      'Line 3, Sponsor: Write the user name of somebody active in your organization.',
      'Line 3, Folder path: There is no such folder in your organization.',
      'Line 3, Level: Write “viewer” or “contributor” or “manager”',
      'Line 4, End date: This day has passed.',
      'Line 4, Level: Say the folder, too',
    ]) {
      assert.include(visitor.text, sentence)
    }
    assert.include(visitor.html, 'href="#field-3-email"')
    assert.include(visitor.html, 'id="field-3-email"')
    assert.notInclude(visitor.html, '/applications')
    await apply(visitor)
    assert.include(visitor.text, 'nobody was imported')
    assert.lengthOf(await people(), 0)
    assert.lengthOf(await Message.all(), 0)
  })

  test('that stopped being right after its preview imports nobody', async ({ assert }) => {
    const { dol } = await theCast()
    const visitor = await pasted(tableOf(3))
    await person(dol, 'P1', 'Another')
    await apply(visitor)
    assert.include(visitor.text, 'Something has changed since the preview')
    assert.include(visitor.text, 'The user name p1 is taken.')
    assert.isNull(await Account.findBy('username', 'p0'))
  })

  test('names another agency’s folder or people as if they did not exist', async ({ assert }) => {
    const { opm } = await theCast()
    await Folder.make(theService, { name: 'OPM', organizationId: opm.id })
    const visitor = await pasted(
      rows(
        'p1,Nia,p1@example.gov,2090-01-01,otto,/OPM,',
        'p2,Nia,p2@example.gov,2090-01-01,nobody,/NONE,'
      )
    )
    const answers = (line: number) =>
      ['sponsor', 'folder'].map(
        (column) =>
          new RegExp(`#field-${line}-${column}">Line ${line}, ([^<]+)`).exec(visitor.html)![1]
      )
    assert.deepEqual(answers(2), answers(3))
  })

  test('is mended and previewed again, with what was pasted kept', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(rows('p1,Nia,nobody,,,,'))
    const { id } = await AccountImport.firstOrFail()
    await visitor.open(`/liaison/imports/${id}/edit`)
    assert.include(visitor.html, 'p1,Nia,nobody')
    await visitor.send(`/liaison/imports/${id}?_method=PUT`, {
      text: rows('p1,Nia,p1@example.gov,,,,'),
    })
    assert.include(visitor.text, 'The row is right')
    await visitor.open(`/liaison/imports/${id}/edit`)
    await visitor.send(`/liaison/imports/${id}?_method=PUT`, { text: 'Name;Colour\nx;y' })
    assert.include(visitor.text, 'Missing there: User name, E-mail.')
    assert.include(visitor.text, 'There is no column “Colour”.')
    assert.include(visitor.html, 'Name;Colour')
    assert.lengthOf(await AccountImport.all(), 1)
  })

  test('takes headings in any order and any writing, with the delimiter {$self}')
    .with([',', ';', '\t'])
    .run(async ({ assert }, sign) => {
      await theCast()
      const lines = [
        ['E-MAIL', 'full name ', 'USERNAME', 'Require change'],
        ['p1@example.gov', 'Nia, "the" Novak', 'p1', 'No'],
      ]
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
      const visitor = await pasted(lines.map((line) => line.map(quoted).join(sign)).join('\r\n'))
      await apply(visitor)
      const [nia] = await people()
      assert.include(nia.$attributes, { fullName: 'Nia, "the" Novak' })
      assert.isFalse(nia.mustChangePassword)
    })

  test('that cannot be read says why, keeps what was pasted and stores nothing: {why}')
    .with([
      { text: '', why: 'Paste the table' },
      { text: 'User name,Full name,E-mail\n', why: 'no row below them' },
      { text: 'p1,Nia,p1@example.gov', why: 'The first row names the columns' },
      { text: 'User name,Full name,E-mail\np1,"Nia,p1@example.gov', why: 'never closes' },
      { text: 'User name,User,Full name,E-mail\na,b,c,d', why: 'Named twice' },
      { text: tableOf(501), why: 'at most 500 rows' },
    ] as const)
    .run(async ({ assert }, { text, why }) => {
      await theCast()
      const visitor = await pasted(text)
      assert.include(visitor.text, why)
      if (text.length < 200 && text) assert.include(visitor.html, text.split('\n')[0])
      assert.lengthOf(await AccountImport.all(), 0)
    })

  test('takes nobody for whom no directory is in use', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(
      'User name,Full name,E-mail,Credential source\np1,Nia,p1@example.gov,Directory'
    )
    assert.include(visitor.text, 'Your organization has no directory in use.')
    await apply(visitor)
    assert.lengthOf(await people(), 0)
  })

  test('that was undone leaves nobody in the list of accounts', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(tableOf(2))
    const id = await apply(visitor)
    await visitor.open('/liaison/accounts')
    assert.include(visitor.text, 'Person 1')
    await visitor.open(`/liaison/imports/${id}/undos/create`)
    assert.include(visitor.text, '2 accounts were never used')
    await visitor.send(`/liaison/imports/${id}/undos`)
    assert.include(visitor.text, 'Took back 2 accounts; the user names are free again.')
    await visitor.open('/liaison/accounts')
    assert.notInclude(visitor.text, 'Person 1')
    await visitor.send(`/liaison/imports/${id}/undos`)
    assert.include(visitor.text, 'This import was undone already')
  })

  test('does no harm with formulas and markup', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(
      rows('p1,"=HYPERLINK(""http://x"")<script>alert(1)</script>",p1@example.gov,,,,')
    )
    assert.notInclude(visitor.html, '<script>alert')
    assert.include(visitor.text, '=HYPERLINK("http://x")<script>alert(1)</script>')
    const id = await apply(visitor, 'shown_once')
    await visitor.send(`/liaison/imports/${id}/password-lists`, { paper: 'csv' })
    assert.include(visitor.html, `"'=HYPERLINK(`)
  })

  test('is nobody’s who keeps no accounts, and hidden from another liaison', async ({ assert }) => {
    const { ada, lena, dol } = await theCast()
    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const { id } = await previewed(lena, tableOf(1))
    const visitor = await PlainBrowser.signIn('ada')
    assert.equal((await visitor.open('/liaison/imports')).status, 403)
    await visitor.open('/home')
    assert.equal((await visitor.send('/liaison/imports', { text: tableOf(1) })).status, 403)
    for (const name of ['olga', 'luis']) {
      const other = await PlainBrowser.signIn(name)
      assert.equal((await other.open(`/liaison/imports/${id}`)).status, 404)
      await other.open('/liaison/imports/create')
      const tried = await other.send(`/liaison/imports/${id}/applications`, {
        first: 'mailed_link',
      })
      assert.equal(tried.status, 404)
    }
    assert.lengthOf(await people(), 0)
    assert.isNotEmpty(await AuditEntry.query().where({ event: 'action.refused', actorId: ada.id }))
  })

  test('goes into one’s own organization, whatever fields say', async ({ assert }) => {
    const { opm, dol, olga } = await theCast()
    const visitor = await PlainBrowser.signIn('lena')
    await visitor.open('/liaison/imports/create')
    await visitor.send('/liaison/imports', {
      text: tableOf(1),
      organization_id: opm.id,
      organizationId: opm.id,
      createdBy: olga.id,
      status: 'applied',
    })
    const { id } = await AccountImport.firstOrFail()
    await visitor.send(`/liaison/imports/${id}/applications`, {
      first: 'mailed_link',
      organization_id: opm.id,
      role: 'operator',
    })
    const [account] = await people().preload('grants')
    assert.equal(account.organizationId, dol.id)
    assert.lengthOf(account.grants, 0)
  })

  test('is forgotten after a day', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(1))
    await AccountImport.query().update({ createdAt: now() - day })
    assert.equal(await applyByMail(lena, wanted), 'gone')
    const visitor = await PlainBrowser.signIn('lena')
    assert.equal((await visitor.open(`/liaison/imports/${wanted.id}`)).status, 404)
    assert.equal(await AccountImport.forget(now()), 1)
    assert.lengthOf(await AccountImport.all(), 0)
  })

  test('can be discarded', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(tableOf(1))
    const { id } = await AccountImport.firstOrFail()
    await visitor.send(`/liaison/imports/${id}?_method=DELETE`)
    assert.include(visitor.text, 'Discarded the preview.')
    assert.lengthOf(await AccountImport.all(), 0)
  })

  test('has a template that can be imported', async ({ assert }) => {
    await theCast()
    const visitor = await PlainBrowser.signIn('lena')
    const answer = await visitor.open('/liaison/imports/template')
    assert.include(answer.headers.get('content-disposition'), 'waybill-import.csv')
    assert.include(visitor.html, 'User name,Full name,E-mail,Phone,Title,Credential source')
    const filled = visitor.html + 'p1,Nia,p1@example.gov\r\n'
    await visitor.open('/liaison/imports/create')
    await visitor.send('/liaison/imports', { text: filled })
    assert.include(visitor.text, 'The row is right')
  })
})

test.group('A table that comes as a file', (group) => {
  group.each.setup(undone)

  test('is read in {0}: {$i}')
    .with([
      ['UTF-8', Buffer.from('User name,Full name,E-mail\np1,Zoë Čapek,p1@example.gov')],
      ['UTF-8', Buffer.from('\uFEFFUser name,Full name,E-mail\np1,Zoë Čapek,p1@example.gov')],
      [
        'UTF-16',
        Buffer.from('\uFEFFUser name\tFull name\tE-mail\np1\tZoë Čapek\tp1@example.gov', 'utf16le'),
      ],
      [
        'Windows-1252',
        Buffer.from(
          'User name;Full name;E-mail\np1;Zoë O’Hara;p1@example.gov'.replace('’', '\x92'),
          'latin1'
        ),
      ],
    ] as const)
    .run(async ({ assert }, [encoding, bytes]) => {
      await theCast()
      const { visitor } = await uploaded(bytes)
      assert.include(visitor.text, `people.csv, read as ${encoding}`)
      assert.match(visitor.text, /Zoë (Čapek|O’Hara)/)
    })

  test('of another kind, too large or not there is refused at its field: {0}')
    .with([
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0x81]), 'This is no text file'],
      ['too large', Buffer.alloc(300 * 1024, 'a'), 'larger than 256 KB'],
      ['empty', Buffer.alloc(0), 'There is nothing in it.'],
    ] as const)
    .run(async ({ assert }, [, bytes, sentence]) => {
      await theCast()
      const { visitor } = await uploaded(bytes)
      assert.include(visitor.text, sentence)
      assert.include(visitor.html, 'id="error-file"')
      assert.lengthOf(await AccountImport.all(), 0)
    })

  test('without the form’s token is not looked at', async ({ assert }) => {
    await theCast()
    const { answer } = await uploaded(tableOf(1), { token: 'no' })
    assert.equal(answer.status, 403)
    assert.lengthOf(await AccountImport.all(), 0)
  })

  test('from somebody who keeps no accounts is not read', async ({ assert }) => {
    await theCast()
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.open('/home')
    const body = new FormData()
    body.append('_csrf', visitor.token)
    body.append('file', new File([tableOf(1)], 'people.csv'))
    const answer = await visitor.open('/liaison/imports/uploads', { method: 'POST', body })
    assert.equal(answer.status, 403)
  })
})

test.group('First passwords of an import', (group) => {
  group.each.setup(undone)

  test('are shown once on a page and once as a file, and let people in', async ({ assert }) => {
    await theCast()
    const visitor = await pasted(tableOf(2))
    const id = await apply(visitor, 'shown_once')
    assert.include(visitor.text, 'Everybody was imported.')
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 0)
    const form = `/liaison/imports/${id}/password-lists`
    await visitor.send(form, { paper: 'page' })
    const shown = visitor.html.match(/([a-z2-9]{4}-){6}[a-z2-9]{4}/g)!
    assert.lengthOf(new Set(shown), 2)
    const origin = { address: '192.0.2.9', requestId: 'test' }
    const came = await signIn({ username: 'p0', password: shown[0], device: 'test', origin })
    assert.isTrue('account' in came && came.account.mustChangePassword)

    await visitor.open(`/liaison/imports/${id}`)
    assert.notInclude(visitor.text, 'Show the list once')
    await visitor.send(form, { paper: 'csv' })
    assert.include(visitor.html, shown[1])
    await visitor.open(`/liaison/imports/${id}`)
    await visitor.send(form, { paper: 'page' })
    assert.include(visitor.text, 'cannot be shown again')
    assert.notMatch(visitor.html, /([a-z2-9]{4}-){6}/)
    const kept = JSON.stringify([await AccountImport.all(), await AuditEntry.all()])
    assert.notInclude(kept, shown[0])
  })

  test('are shown to nobody else, and in no other browser', async ({ assert }) => {
    const { dol } = await theCast()
    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const visitor = await pasted(tableOf(1))
    const id = await apply(visitor, 'shown_once')
    for (const name of ['luis', 'lena']) {
      const other = await PlainBrowser.signIn(name)
      await other.open(`/liaison/imports/${id}`)
      assert.notInclude(other.text, 'Show the list once')
      await other.send(`/liaison/imports/${id}/password-lists`, { paper: 'page' })
      assert.notMatch(other.html, /([a-z2-9]{4}-){6}/)
    }
    await visitor.send(`/liaison/imports/${id}/password-lists`, { paper: 'page' })
    assert.match(visitor.html, /([a-z2-9]{4}-){6}/)
  })
})
