import AuditEntry from '#app/audit/audit_entry'
import { said } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { aFullRecord, anEntry, aProgram } from '#tests/support/records'
import { test } from '@japa/runner'

const pageOf = (program: Program) => `/liaison/programs/${program.id}`
const draftOf = async (program: Program) => (await program.draft())!.entries
const done = (event: string) => AuditEntry.query().where({ event, outcome: 'done' })

test.group('An entry of a quick reference', (group) => {
  group.each.setup(undone)

  test('is added with an audience for each field, once', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const liaison = await FormBrowser.signIn('lena')
    const form = {
      name: 'DOL Service Desk',
      phone: '860-622-2300',
      option: 'option 9',
      audience_name: 'public',
      audience_phone: 'staff',
      id: program.id,
      programId: program.id,
    }
    await liaison.open(`${pageOf(program)}/entries/new?kind=desk`)
    assert.include(liaison.html, 'Who sees it<span class="usa-sr-only">: Phone</span>')
    await liaison.send(`${pageOf(program)}/entries?kind=desk`, form)
    assert.include(liaison.text, 'Added DOL Service Desk to the draft.')
    const [entry] = await draftOf(program)
    assert.deepEqual(entry.fields, {
      name: { value: 'DOL Service Desk', audience: 'public' },
      phone: { value: '860-622-2300', audience: 'staff' },
      option: { value: 'option 9', audience: 'public' },
    })
    await liaison.open(`${pageOf(program)}/entries/new?kind=desk`)
    await liaison.send(`${pageOf(program)}/entries?kind=desk`, form)
    assert.include(liaison.text, 'says exactly this already')
    assert.lengthOf(await draftOf(program), 1)
    assert.lengthOf(await done('quick_reference.added'), 1)
  })

  test('what cannot be comes back as it was typed, cleared fields too', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const entry = await anEntry(lena, program, 'owner', {
      name: 'Ada Adams',
      title: 'Director',
      phone: '860-555-0101',
    })
    const liaison = await FormBrowser.signIn('lena')
    const address = `${pageOf(program)}/entries/${entry.id}`
    await liaison.open(`${address}/edit`)
    await liaison.send(`${address}?_method=PUT`, {
      name: 'Ada Adams',
      title: '',
      phone: 'none',
      audience_phone: 'staff',
    })
    assert.include(liaison.text, 'Write the number as it is dialed')
    assert.include(liaison.html, 'value="none"')
    assert.notInclude(liaison.html, 'value="Director"')
    assert.match(liaison.html, /name="audience_phone"[^]*?value="staff" selected/)
    await liaison.send(`${address}?_method=PUT`, { name: 'Ada Adams', audience_name: 'nobody' })
    assert.include(liaison.text, 'Choose who sees it.')
    assert.equal(said((await draftOf(program))[0], 'title'), 'Director')
    assert.lengthOf(await done('quick_reference.changed'), 0)
  })

  test('what is no kind, and no entry, is no page', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const liaison = await FormBrowser.signIn('lena')
    for (const kind of ['', '?kind=', '?kind=program', '?kind[]=owner', '?kind=constructor']) {
      const page = await liaison.open(`${pageOf(program)}/entries/new${kind}`)
      assert.equal(page.status, 404, kind)
    }
    await liaison.open(pageOf(program))
    const nothing = `${pageOf(program)}/entries/${program.id}`
    assert.equal((await liaison.open(`${nothing}/edit`)).status, 404)
    await liaison.open(pageOf(program))
    for (const [path, form] of [
      [`${nothing}?_method=PUT`, { name: 'x' }],
      [`${nothing}/removals`, {}],
      [`${nothing}/restorations`, {}],
      [`${nothing}/moves`, { way: 'up' }],
    ] as const) {
      assert.equal((await liaison.send(path, form)).status, 404, path)
      await liaison.open(pageOf(program))
    }
  })

  test('an administrator’s user name is one of the agency’s accounts', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const liaison = await FormBrowser.signIn('lena')
    for (const username of ['olga', 'LENA', 'nobody']) {
      await liaison.open(`${pageOf(program)}/entries/new?kind=administrator`)
      await liaison.send(`${pageOf(program)}/entries?kind=administrator`, {
        name: 'Lena Long',
        username,
      })
      assert.include(liaison.text, `Your agency has no account with the user name “${username}”`)
    }
    assert.isEmpty(await draftOf(program))
    await liaison.send(`${pageOf(program)}/entries?kind=administrator`, {
      name: 'Lena Long',
      username: 'lena',
    })
    assert.include(liaison.html, `href="/liaison/accounts/${lena.id}"`)
  })

  test('of two who change it at once the second is told what it says now, and loses nothing', async ({
    assert,
  }) => {
    const { lena, dol } = await theCast()
    await person(dol, 'lia', 'Lia Lane', 'liaison')
    const program = await aProgram(lena)
    const entry = await anEntry(lena, program, 'owner', {
      name: 'Ada Adams',
      phone: '860-555-0101',
    })
    const address = `${pageOf(program)}/entries/${entry.id}`
    const [one, other] = [await FormBrowser.signIn('lena'), await FormBrowser.signIn('lia')]
    const seenIn = (browser: FormBrowser) => /name="seen" value="(\w+)"/.exec(browser.html)![1]
    for (const browser of [one, other]) await browser.open(`${address}/edit`)
    await one.send(`${address}?_method=PUT`, {
      name: 'Ada Adams',
      phone: '860-555-0102',
      seen: seenIn(one),
    })
    assert.include(one.text, 'Saved Ada Adams in the draft.')

    const typed = { name: 'Ada Adams', phone: '860-555-0103' }
    await other.send(`${address}?_method=PUT`, { ...typed, seen: seenIn(other) })
    assert.include(other.text, 'Somebody changed this meanwhile')
    assert.include(other.text, 'Phone: 860-555-0102')
    assert.include(other.html, 'value="860-555-0103"')
    assert.equal(said((await draftOf(program))[0], 'phone'), '860-555-0102')

    await other.send(`${address}?_method=PUT`, { ...typed, seen: seenIn(other) })
    assert.include(other.text, 'Saved Ada Adams in the draft.')
    assert.equal(said((await draftOf(program))[0], 'phone'), '860-555-0103')
    assert.lengthOf(await done('quick_reference.changed'), 2)
  })

  test('what somebody removed meanwhile can be put in anew with what was typed', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const entry = await anEntry(lena, program, 'owner', { name: 'Ada Adams' })
    const address = `${pageOf(program)}/entries/${entry.id}`
    const [one, other] = [await FormBrowser.signIn('lena'), await FormBrowser.signIn('lena')]
    await other.open(`${address}/edit`)
    await one.open(pageOf(program))
    await one.send(`${address}/removals`)
    await other.send(`${address}?_method=PUT`, { name: 'Ada A. Adams' })
    assert.include(other.text, 'Somebody removed this meanwhile.')
    assert.include(other.text, 'Add: Business program owner')
    assert.include(other.html, 'value="Ada A. Adams"')
    assert.isEmpty(await draftOf(program))
  })

  test('is removed, put back where it was, and moved', async ({ assert }) => {
    const { lena } = await theCast()
    const { program } = await aFullRecord(lena)
    const liaison = await FormBrowser.signIn('lena')
    const levels = async () =>
      (await draftOf(program)).filter(({ kind }) => kind === 'level').map(({ id }) => id)
    const [first, second] = await levels()
    const entry = `${pageOf(program)}/entries`
    await liaison.open(pageOf(program))
    await liaison.send(`${entry}/${first}/moves`, { way: 'up' })
    assert.include(liaison.text, 'It stands there already.')
    await liaison.send(`${entry}/${first}/moves`, { way: 'sideways' })
    assert.deepEqual(await levels(), [first, second])
    await liaison.send(`${entry}/${first}/moves`, { way: 'down' })
    assert.deepEqual(await levels(), [second, first])
    assert.lengthOf(await done('quick_reference.moved'), 1)

    await liaison.open(pageOf(program))
    await liaison.send(`${entry}/${second}/removals`)
    assert.include(liaison.text, 'Removed Escalation level from the draft.')
    assert.deepEqual(await levels(), [first])
    const next = /name="next" value="([^"]+)"/.exec(liaison.html)![1]
    assert.equal(next, first)
    await liaison.send(`${entry}/${second}/restorations`, { next })
    assert.include(liaison.text, 'is back in the draft.')
    await liaison.send(`${entry}/${second}/restorations`, { next })
    assert.include(liaison.text, 'It is there already')
    assert.deepEqual(await levels(), [second, first])
    assert.lengthOf(await done('quick_reference.removed'), 1)
  })
})
