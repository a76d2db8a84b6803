import Throttle from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import { sendDigests } from '#app/folders/requests/request_digest'
import Message from '#app/messages/message'
import { now } from '#app/shared/clock'
import EntryReport from '#app/support/freshness/reports/entry_report'
import { retireProgram } from '#app/support/records/program_keeping'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aPublishedProgram } from '#tests/support/freshness'
import { lettersFrom } from '#tests/support/letters'
import { promised, written } from '#tests/support/mails'
import { PressingBrowser } from '#tests/support/pressing_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const wrong = { what: 'Jo left in May.', name: 'Tom Tall', email: 'tom@example.org' }
const events = (event: string) => AuditEntry.query().where('event', event)

async function aProgram() {
  const cast = await theCast()
  const world = await aPublishedProgram(cast.lena)
  return { ...cast, ...world, path: `/quick-references/${world.program.id}/reports` }
}

/** A visitor fills in the form and sends it. */
async function report(path: string, entry: string, typed: object = wrong) {
  const visitor = new Visitor()
  await visitor.open(`${path}/create?entry=${entry}`)
  return visitor.submit(path, { entry, ...typed }, `${path}/create?entry=${entry}`)
}

test.group('Reporting an entry as wrong', (group) => {
  group.each.setup(undone)

  test('a visitor does so without signing in, and the liaison is told at once', async ({
    assert,
  }) => {
    const { program, jos, path, dol } = await aProgram()
    const page = await new Visitor().open(`${path}/create?entry=${jos.id}`)
    assert.equal(page.status, 200)
    assert.include(page.page, 'Report as wrong: Jo Jones')
    assert.notMatch(page.page, /0120|Room 17|jo@example.gov|vault/)

    const visitor = await report(path, jos.id)
    assert.include(visitor.page, 'Thank you: it is reported')
    assert.include(visitor.page, 'The answer comes by mail.')
    const row = await EntryReport.firstOrFail()
    assert.include(row.$attributes, {
      ...{ programId: program.id, organizationId: dol.id, entryId: jos.id, accountId: null },
      ...{ ...wrong, entryName: 'Jo Jones', settledAt: null, outcome: null },
    })
    const entry = await events('quick_reference.reported').firstOrFail()
    assert.include(entry.$attributes, { actorName: 'Visitor', subjectId: program.id })

    const letters = await lettersFrom('lena@example.gov', 'olga@example.gov', 'tom@example.org')
    assert.include(letters.lena, 'Jo left in May.')
    assert.include(letters.lena, `/liaison/programs/${program.id}/reports/${row.id}`)
    assert.deepEqual([letters.olga, letters.tom], ['', ''])
  })

  test('who is signed in sees more of it, and is known by the account', async ({ assert }) => {
    const { jos, path, otto, lena } = await aProgram()
    const browser = await PressingBrowser.signIn('otto')
    await browser.open(`${path}/create?entry=${jos.id}`)
    assert.include(browser.text, '860-555-0120')
    assert.notMatch(browser.text, /Room 17|vault/)
    await browser.press('Report it', { what: 'Wrong', name: 'Eve', account_id: lena.id })
    const row = await EntryReport.firstOrFail()
    assert.include(row.$attributes, { accountId: otto.id, name: null, email: null })
  })

  test('only what the reader sees can be named', async ({ assert }) => {
    const { adas, secret, path, desk, program, lena } = await aProgram()
    const visitor = new Visitor()
    for (const entry of [secret.id, program.id, 'none', '../']) {
      await visitor.open(`${path}/create?entry=${entry}`)
      assert.equal(visitor.status, 404, entry)
    }
    for (const entry of [secret.id, program.id]) {
      await visitor.open(`${path}/create?entry=${desk.id}`)
      await visitor.submit(path, { entry, ...wrong })
      assert.equal(visitor.status, 404, entry)
    }
    assert.equal((await visitor.open(`${path}/create?entry=${adas.id}`)).status, 200)
    assert.equal((await visitor.open(`${path}/create`)).status, 200)
    await retireProgram(lena, program)
    assert.equal((await visitor.open(`${path}/create`)).status, 404)
    assert.lengthOf(await EntryReport.all(), 0)
    assert.lengthOf(await events('quick_reference.reported'), 0)
  })

  test('the server’s side says whose it is and how it stands', async ({ assert }) => {
    const { jos, path, opm, lena } = await aProgram()
    await report(path, jos.id, {
      ...wrong,
      ...{ organization_id: opm.id, account_id: lena.id, outcome: 'mended', settled_at: '1' },
    })
    const row = await EntryReport.firstOrFail()
    assert.notEqual(row.organizationId, opm.id)
    assert.include(row.$attributes, { accountId: null, outcome: null, settledAt: null })
  })

  test('the same words twice are one report; nothing to say is none', async ({ assert }) => {
    const { jos, path } = await aProgram()
    await report(path, jos.id)
    await report(path, jos.id)
    const empty = await report(path, jos.id, { what: ' ' })
    await empty.open(empty.location!)
    assert.include(empty.page, 'Say what is wrong')
    const odd = await report(path, jos.id, { ...wrong, email: 'tom at home' })
    await odd.open(odd.location!)
    assert.include(odd.page, 'This is no mail address.')
    assert.include(odd.page, 'Jo left in May.')
    assert.lengthOf(await EntryReport.all(), 1)
    assert.lengthOf(await events('quick_reference.reported'), 1)
    assert.deepEqual(await promised(), ['entry_reported to lena@example.gov'])
  })

  test('who floods waits, and keeps what was typed', async ({ assert }) => {
    const { jos, path } = await aProgram()
    for (let n = 0; n < 11; n++) await report(path, jos.id, { ...wrong, what: `Wrong ${n}` })
    const flooded = await report(path, jos.id, { ...wrong, what: 'Once more' })
    assert.equal(flooded.location, `${path}/create?entry=${jos.id}`)
    await flooded.open(flooded.location!)
    assert.include(flooded.page, 'That was tried too often.')
    assert.include(flooded.page, 'Once more')
    assert.lengthOf(await EntryReport.all(), 11)
    await Throttle.query().update({ openAt: now() - 1 })
    assert.include((await report(path, jos.id)).page, 'Thank you')
  })

  test('who chose the morning finds it in the digest and the inbox', async ({ assert }) => {
    const { jos, path, lena } = await aProgram()
    await lena.merge({ requestNotices: 'daily' }).save()
    await report(path, jos.id)
    assert.lengthOf(await Message.all(), 0)
    await sendDigests(now())
    assert.include(await written('requests_digest'), 'SRR: somebody says that “Jo Jones” is wrong')
    const browser = await PressingBrowser.signIn('lena')
    await browser.open('/liaison/requests')
    assert.include(browser.text, 'Reported as wrong (1)')
  })
})

test.group('Settling a report', (group) => {
  group.each.setup(undone)

  test('tells the reporter what became of it, and nothing of the words typed', async ({
    assert,
  }) => {
    const { jos, path, program, lena } = await aProgram()
    await report(path, jos.id)
    const row = await EntryReport.firstOrFail()
    const browser = await PressingBrowser.signIn('lena')
    await browser.open(`/liaison/programs/${program.id}/freshness`)
    assert.include(browser.text, '1 to be settled')
    await browser.open(`/liaison/programs/${program.id}/reports`)
    assert.include(browser.text, 'Tom Tall')
    await browser.open(`/liaison/programs/${program.id}/reports/${row.id}`)
    assert.include(browser.text, 'Jo left in May.')
    await browser.press('Settle', { answer: 'Sue sits there now.' })
    assert.include(browser.text, 'Choose what became of it.')
    await browser.open(`/liaison/programs/${program.id}/reports/${row.id}`)
    await browser.press('Settle', { outcome: 'mended', answer: 'Sue sits there now.' })
    assert.include(browser.text, 'Settled. Tom Tall is told by mail.')
    assert.include(browser.text, 'Nothing waits.')
    await row.refresh()
    assert.include(row.$attributes, { outcome: 'mended', settledBy: lena.id })
    const { tom } = await lettersFrom('tom@example.org')
    for (const words of ['It was wrong, and is mended.', 'Sue sits there now.', 'SRR']) {
      assert.include(tom, words)
    }
    assert.notInclude(tom, 'Jo left in May.')
    const entry = await events('quick_reference.report_settled').firstOrFail()
    assert.include(entry.details, { entry: 'Jo Jones', outcome: 'It was wrong, and is mended' })
  })

  test('happens once: a second liaison changes nothing and mails nobody', async ({ assert }) => {
    const { jos, path, program } = await aProgram()
    await report(path, jos.id)
    const row = await EntryReport.firstOrFail()
    const page = `/liaison/programs/${program.id}/reports/${row.id}`
    const [one, other] = [
      await PressingBrowser.signIn('lena'),
      await PressingBrowser.signIn('lena'),
    ]
    for (const browser of [one, other]) await browser.open(page)
    await one.press('Settle', { outcome: 'was_right' })
    await other.press('Settle', { outcome: 'mended' })
    assert.include(other.text, 'It was settled already')
    assert.equal((await row.refresh()).outcome, 'was_right')
    assert.lengthOf(await Message.query().where('kind', 'report_settled'), 1)
    assert.lengthOf(await events('quick_reference.report_settled'), 1)
  })

  test('is nobody else’s: other roles are refused, another agency sees nothing', async ({
    assert,
  }) => {
    const { jos, path, program } = await aProgram()
    await report(path, jos.id, { what: wrong.what })
    const row = await EntryReport.firstOrFail()
    const page = `/liaison/programs/${program.id}/reports`
    for (const [username, status] of [
      ['ada', 403],
      ['otto', 403],
      ['olga', 404],
    ] as const) {
      const browser = await PressingBrowser.signIn(username)
      for (const address of [page, `${page}/${row.id}`]) {
        await browser.open(address)
        assert.equal(browser.status, status)
        assert.notInclude(browser.text, 'Jo left')
      }
      await browser.send(`${page}/${row.id}/settlements`, { outcome: 'mended' })
      assert.equal(browser.status, status)
    }
    assert.isTrue((await row.refresh()).isOpen)
    assert.lengthOf(await Message.query().where('kind', 'report_settled'), 0)
  })

  test('nobody is told where no address is known', async ({ assert }) => {
    const { jos, path, program } = await aProgram()
    await report(path, jos.id, { what: wrong.what })
    const row = await EntryReport.firstOrFail()
    const browser = await PressingBrowser.signIn('lena')
    await browser.open(`/liaison/programs/${program.id}/reports/${row.id}`)
    assert.include(browser.text, 'Somebody who gave no name')
    await browser.press('Settle', { outcome: 'was_right' })
    assert.lengthOf(await Message.query().where('kind', 'report_settled'), 0)
  })
})
