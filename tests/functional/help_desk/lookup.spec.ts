import AuditEntry from '#app/audit/audit_entry'
import { deleteFile } from '#app/files/deleting/file_deletion'
import { downloads } from '#tests/support/lookup'
import { theHelpDesk } from '#tests/support/help_desk'
import { codeStartFrom } from '#app/files/file_code'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import Folder from '#app/folders/folder'
import { now } from '#app/shared/clock'
import { theService } from '#app/audit/actor'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { aPartner } from '#tests/support/partner'
import { PlainBrowser } from '#tests/support/plain_browser'
import { anEntry, aProgram } from '#tests/support/records'
import { publish } from '#app/support/records/publishing'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

const name = 'wages-of-everybody.csv'

async function answering() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  const file = await received(cast.incoming, cast.ada, name, 'secret,figures')
  return { ...cast, file, desk: await PlainBrowser.signIn('hank') }
}

const traced = () => AuditEntry.query().where({ event: 'receipt.traced', outcome: 'done' })

test.group('The help desk’s search page', (group) => {
  group.each.setup(undone)

  test('says what can be typed, as long as nothing is', async ({ assert }) => {
    const { desk } = await answering()
    assert.equal((await desk.open('/help-desk')).status, 200)
    assert.include(desk.html, '<h1>Search</h1>')
    assert.include(desk.text, 'What you can type')
    assert.notInclude(desk.html, '<table')
  })

  test('finds what is typed, says of what kind it is, and leads to its page', async ({
    assert,
  }) => {
    const { desk, dol, incoming } = await answering()
    await desk.open('/help-desk?search=labor')
    assert.include(desk.html, `href="/help-desk/organizations/${dol.id}"`)
    await desk.open('/help-desk?search=SRR+incomming')
    assert.include(desk.html, `href="/help-desk/folders/${incoming.id}"`)
    assert.include(desk.text, 'Nothing is spelled exactly so.')
    await desk.open('/help-desk?search=ada')
    assert.match(desk.text, /Ada Adams Person ada · ada@example.gov Department of Labor/)
    assert.include(desk.html, 'value="ada"')
  })

  test('says so when nothing is found, and where to ask on', async ({ assert }) => {
    const { desk } = await answering()
    await desk.open('/help-desk?search=%3Cb%3Ezzyzx')
    assert.include(desk.html, 'Nothing is found for “&lt;b&gt;zzyzx”.')
    assert.include(desk.text, '860-622-2300, option 9')
  })

  test('whoever is deactivated or suspended is found, and it is said', async ({ assert }) => {
    const { desk, ada, opm } = await answering()
    await ada.merge({ deactivatedAt: now() }).save()
    await desk.open('/help-desk?search=ada+adams')
    assert.match(desk.text, /Ada Adams Person Deactivated/)
    await opm.merge({ suspendedAt: now(), suspendedBecause: 'Moved' }).save()
    await desk.open('/help-desk?search=opm')
    assert.match(desk.text, /Management Organization Suspended/)
  })

  test('leaves nothing in the trail', async ({ assert }) => {
    const { desk, dol, incoming } = await answering()
    const before = await AuditEntry.query().where('actorName', 'like', 'Hank%')
    for (const path of ['?search=ada', `/organizations/${dol.id}`, `/folders/${incoming.id}`]) {
      assert.equal((await desk.open(`/help-desk${path}`)).status, 200)
    }
    const after = await AuditEntry.query().where('actorName', 'like', 'Hank%')
    assert.lengthOf(after, before.length)
  })

  test('never finds or shows what a file is called or what is in it', async ({ assert }) => {
    const { desk, incoming, file } = await answering()
    for (const path of [
      ...['?search=wages', '?search=everybody.csv', '?search=secret', '?search=figures'],
      ...[`/folders/${incoming.id}`, `/receipts/${file.code}`, `?search=${file.code}`],
    ]) {
      await desk.open(`/help-desk${path}`)
      assert.notInclude(
        desk.html.replaceAll(/value="[^"]*"|“[^”]*”|<title>.*<\/title>/g, ''),
        'everybody',
        path
      )
      assert.notInclude(desk.html, 'secret,')
    }
  })

  test('takes no harm from an address that somebody made up', async ({ assert }) => {
    const { desk } = await answering()
    for (const query of [
      '?search[]=a&search[]=b',
      '?search[x]=1',
      `?search=${'x'.repeat(5000)}`,
      '?search=%00',
      '?search=%25',
    ]) {
      assert.equal((await desk.open(`/help-desk${query}`)).status, 200, query)
    }
  })
})

test.group('The help desk’s search leads on', (group) => {
  group.each.setup(undone)

  test('to the person, and to the quick reference', async ({ assert }) => {
    const { desk, lena, ada, dol } = await answering()
    const program = await aProgram(lena, 'Wagefiles')
    await anEntry(lena, program, 'owner', { name: 'Wanda Wage', phone: '860-555-0101' })
    await publish(lena, program)
    await desk.open('/help-desk?search=ada')
    assert.include(desk.html, `href="/help-desk/accounts/${ada.id}"`)
    await desk.open('/help-desk?search=wagefiles+owner')
    assert.include(desk.html, `href="/quick-references/${program.id}"`)
    assert.include(
      desk.text,
      'Wanda Wage Contact Business program owner of Wagefiles · 860-555-0101'
    )
    await desk.open(`/help-desk/organizations/${dol.id}`)
    assert.include(desk.html, `href="/quick-references/${program.id}"`)
  })
})

test.group('The help desk’s pages of organizations and folders', (group) => {
  group.each.setup(undone)

  test('an agency: how to reach it, who speaks for it, and whether it is suspended', async ({
    assert,
  }) => {
    const { desk, dol, lena } = await answering()
    await dol.merge({ helpDeskPhone: '860-555-0119', helpDeskHours: 'weekdays 8 to 4' }).save()
    await lena.merge({ phone: '860-555-0110' }).save()
    const address = `/help-desk/organizations/${dol.id}`
    await desk.open(address)
    assert.include(desk.html, '<h1>Department of Labor</h1>')
    assert.include(desk.text, '860-555-0119, weekdays 8 to 4')
    assert.include(desk.text, 'Lena Long Liaison 860-555-0110 lena@example.gov')
    assert.include(desk.text, 'No quick reference of Department of Labor is published yet.')
    await dol.merge({ suspendedAt: now(), suspendedBecause: 'Unpaid' }).save()
    await desk.open(address)
    assert.match(desk.text, /Suspended since .*Unpaid/)
  })

  test('a partner: nobody speaks for it', async ({ assert }) => {
    const { desk } = await answering()
    const { partner } = await aPartner()
    await desk.open(`/help-desk/organizations/${partner.id}`)
    assert.include(desk.text, 'Nobody speaks for Riverside Data Services at present.')
  })

  test('a folder: its path, what it is for, how long files stay, who keeps it', async ({
    assert,
  }) => {
    const { desk, srr, incoming } = await answering()
    await srr.merge({ keepDays: 30 }).save()
    await incoming.merge({ isDropOff: true, description: 'Quarterly wage files' }).save()
    await desk.open(`/help-desk/folders/${incoming.id}`)
    for (const said of [
      '/DOL/SRR/Incoming',
      'Quarterly wage files',
      'Drop-off Yes',
      'Files are kept 30 days',
      'Subscribed 1 person',
      'Lena Long',
    ]) {
      assert.include(desk.text, said)
    }
    assert.notInclude(desk.text, 'Ada Adams')
  })

  test('no home folder, nothing below one, and nothing deleted has a page', async ({ assert }) => {
    const { desk, adasHome, dol, lena, srr, incoming } = await answering()
    const own = { name: 'Diary', organizationId: dol.id, parent: adasHome }
    const diary = await Folder.make(theService, own)
    await deleteFolder(lena, srr)
    for (const { id } of [adasHome, diary, srr, incoming]) {
      assert.equal((await desk.open(`/help-desk/folders/${id}`)).status, 404)
    }
  })
})

test.group('Tracing a receipt', (group) => {
  group.each.setup(undone)

  test('by the whole code or its beginning, as it is read out', async ({ assert }) => {
    const { desk, file } = await answering()
    const [, first, last] = file.code.split('-')
    for (const typed of [
      file.code,
      `W-${first}`,
      `w-${first.toLowerCase()}`,
      `W ${first} ${last}`,
    ]) {
      await desk.open(`/help-desk?search=${encodeURIComponent(typed)}`)
      assert.include(desk.html, `href="/help-desk/receipts/${file.code}"`, typed)
    }
    assert.lengthOf(await traced(), 0)
  })

  test('several files whose codes begin alike are all named', async ({ assert }) => {
    const { desk, file, ada, incoming } = await answering()
    const other = await received(incoming, ada, 'other.csv', 'x')
    await file.merge({ code: 'W-7K3Q-9XMD' }).save()
    await other.merge({ code: 'W-7K3Q-9XMA' }).save()
    await desk.open('/help-desk?search=W-7K3Q')
    assert.include(desk.html, '/help-desk/receipts/W-7K3Q-9XMA')
    assert.include(desk.html, '/help-desk/receipts/W-7K3Q-9XMD')
    await desk.open('/help-desk?search=W-7K3Q-9XMD')
    assert.notInclude(desk.html, '/help-desk/receipts/W-7K3Q-9XMA')
  })

  test('“did it arrive?” is answered in the first sentence, and looking is recorded', async ({
    assert,
  }) => {
    const { desk, file, dol, hank, otto, incoming } = await answering()
    await downloads(otto, file, incoming)
    await desk.open(`/help-desk/receipts/${file.code}`)
    assert.match(desk.text, new RegExp(`Yes, ${file.code} arrived .*, and it is there\\.`))
    assert.include(desk.text, 'By 1 person besides the sender')
    assert.include(desk.text, '/DOL/SRR/Incoming')
    assert.include(desk.text, 'Ada Adams')
    const [entry, ...more] = await traced()
    assert.lengthOf(more, 0)
    assert.include(entry.$attributes, {
      actorId: hank.id,
      organizationId: dol.id,
      subjectId: file.id,
    })
    assert.deepInclude(entry.details, { code: file.code })
  })

  test('what was deleted, destroyed, or went with its folder is told', async ({ assert }) => {
    const { desk, file, ada, lena, srr } = await answering()
    await deleteFile(ada, file)
    await desk.open(`/help-desk/receipts/${file.code}`)
    assert.match(desk.text, /was deleted .* by Ada Adams, and can be restored until/)
    await deleteFolder(lena, srr)
    await desk.open(`/help-desk/receipts/${file.code}`)
    assert.include(desk.text, 'It arrived, but its folder is deleted')
    await file.merge({ destroyedAt: now() }).save()
    await desk.open(`/help-desk/receipts/${file.code}`)
    assert.include(desk.text, 'It arrived, but it is gone for good')
  })

  test('of a home folder it is told whose, and no more', async ({ assert }) => {
    const { desk, ada, adasHome } = await answering()
    const file = await received(adasHome, ada, name, 'x')
    await desk.open(`/help-desk/receipts/${file.code}`)
    assert.include(desk.text, 'The home folder of Ada Adams')
    assert.notInclude(desk.html, adasHome.id)
  })

  test('a code that nobody has says that nothing arrived, and leaves nothing', async ({
    assert,
  }) => {
    const { desk } = await answering()
    assert.equal((await desk.open('/help-desk/receipts/W-7K3Q-9XMD')).status, 404)
    assert.equal((await desk.open('/help-desk/receipts/nonsense')).status, 404)
    await desk.open('/help-desk?search=W-7K3Q')
    assert.include(desk.text, 'No file came in under W-7K3Q.')
    assert.lengthOf(await traced(), 0)
  })

  test('“{typed}” can begin the code {start}')
    .with([
      { typed: 'W-7K3Q', start: 'W-7K3Q' },
      { typed: 'w7k3q', start: 'W-7K3Q' },
      { typed: '7k3q', start: 'W-7K3Q' },
      { typed: 'W-7K3Q-9X', start: 'W-7K3Q-9X' },
      { typed: 'w - 7k3q 9xmd', start: 'W-7K3Q-9XMD' },
      { typed: 'W-MARY', start: 'W-MARY' },
      { typed: 'mary', start: null },
      { typed: 'wayne', start: null },
      { typed: 'W-7K3', start: null },
      { typed: 'W-7K3O', start: null },
      { typed: '860-263-6281', start: null },
    ])
    .run(({ assert }, { typed, start }) => {
      assert.equal(codeStartFrom(typed), start)
    })
})

test.group('Who may look things up', (group) => {
  group.each.setup(undone)

  const addresses = async () => {
    const { file, dol, incoming } = await answering()
    return [
      '?search=ada',
      `/organizations/${dol.id}`,
      `/folders/${incoming.id}`,
      `/receipts/${file.code}`,
    ]
  }

  test('the help desk and the operator', async ({ assert }) => {
    const paths = await addresses()
    await anOperator()
    for (const who of ['hank', 'olive']) {
      const browser = await PlainBrowser.signIn(who)
      for (const path of paths) {
        assert.equal((await browser.open(`/help-desk${path}`)).status, 200, `${who} ${path}`)
      }
    }
  })

  test('nobody else: {$self}')
    .with(['ada', 'lena', 'otto', 'olga'])
    .run(async ({ assert }, who) => {
      const paths = await addresses()
      const browser = await PlainBrowser.signIn(who)
      for (const path of paths) {
        assert.equal((await browser.open(`/help-desk${path}`)).status, 403, path)
        assert.notInclude(browser.html, 'ada@example.gov')
      }
      assert.lengthOf(await traced(), 0)
      assert.lengthOf(await AuditEntry.query().where('event', 'action.refused'), paths.length)
    })

  test('a visitor signs in first', async ({ assert }) => {
    const paths = await addresses()
    const visitor = new PlainBrowser()
    for (const path of paths) {
      await visitor.open(`/help-desk${path}`)
      assert.include(visitor.html, '<h1>Sign In</h1>')
    }
  })
})
