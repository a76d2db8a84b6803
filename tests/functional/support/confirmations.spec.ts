import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { askContacts } from '#app/support/freshness/confirmations/asking'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import EntryReport from '#app/support/freshness/reports/entry_report'
import Verification from '#app/support/freshness/verification'
import { verifiedEntries } from '#app/support/freshness/verified'
import { changeEntry, removeEntry } from '#app/support/records/editing'
import type Program from '#app/support/records/program'
import { retireProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PressingBrowser } from '#tests/support/pressing_browser'
import { aPublishedProgram, confirmationLink, jo } from '#tests/support/freshness'
import { delivered } from '#tests/support/letters'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const mailed = () => Verification.query().where('via', 'mail')
const events = (event: string) => AuditEntry.query().where('event', event)

async function asked() {
  const cast = await theCast()
  const world = await aPublishedProgram(cast.lena)
  const only = ({ id }: { id: string }) => id === world.jos.id
  await askContacts(cast.lena, world.program, only)
  return { ...cast, ...world, path: await confirmationLink(jo.email) }
}

/** Opens the page and presses its button. */
async function press(path: string, visitor = new Visitor()) {
  await visitor.open(path)
  const seen = /name="seen" value="(\w+)"/.exec(visitor.page)?.[1] ?? ''
  return visitor.submit(path, { seen })
}

async function verifiedBy(program: Program, id: string) {
  const { entries } = (await program.published())!
  const verified = await verifiedEntries([{ programId: program.id, entries }])
  return verified.get(program.id)!.get(id)?.by
}

/** Without what differs from one answer to the next whatever was asked. */
const words = ({ status, page }: Visitor) => [status, page.replace(/value='[^']*'/g, '')]

test.group('A contact is asked by mail', (group) => {
  group.each.setup(undone)

  test('the mail shows what is said of her, and a link of 256 bits that is kept as a hash', async ({
    assert,
  }) => {
    const { lena, program, jos } = await asked()
    const [letter] = (await Message.query().where('kind', 'confirmation_asked')).slice(-1)
    assert.equal(letter.address, jo.email)
    await Confirmation.query().update({ usedAt: now() })
    const other = await aPublishedProgram(lena, 'UI')
    await askContacts(lena, other.program, ({ id }) => id === other.jos.id)
    const [text] = (await delivered()).map((one) => one.text!)
    for (const said of ['Jo Jones', '860-555-0120', 'DOL Service Desk', 'Lena Long asks']) {
      assert.include(text, said)
    }
    assert.notMatch(text, /Room 17|vault|Ada Adams/)
    const token = /\/confirmations\/(\S+)/.exec(text)![1]
    assert.lengthOf(Buffer.from(token, 'base64url'), 32)
    for (const rows of [await Confirmation.all(), await Message.all(), await AuditEntry.all()]) {
      assert.notInclude(JSON.stringify(rows), token)
    }
    const entry = await events('quick_reference.confirmation_asked').firstOrFail()
    assert.include(entry.$attributes, { actorId: lena.id, subjectId: program.id })
    assert.equal(entry.details.entry, 'Desk contact Jo Jones')
    assert.isNotEmpty(jos.id)
  })

  test('one click confirms it, under her name; looking alone changes nothing', async ({
    assert,
  }) => {
    const { program, jos, path } = await asked()
    const visitor = new Visitor()
    for (let looks = 0; looks < 3; looks++) await visitor.open(path)
    assert.equal(visitor.status, 200)
    for (const said of ['Jo Jones', '860-555-0120', 'This is right', 'Something is wrong']) {
      assert.include(visitor.page, said)
    }
    assert.notMatch(visitor.page, /Room 17|vault|Ada Adams|0119/)
    assert.lengthOf(await mailed(), 0)
    assert.equal(await verifiedBy(program, jos.id), 'Lena Long')

    await press(path, visitor)
    assert.include(visitor.page, 'Thank you: it is confirmed')
    assert.equal(await verifiedBy(program, jos.id), 'Jo Jones')
    const [row] = await mailed()
    assert.include(row.$attributes, { accountId: null, name: 'Jo Jones', entryId: jos.id })
    const entry = await events('quick_reference.verified').firstOrFail()
    assert.include(entry.$attributes, { actorId: null, actorName: 'Jo Jones, by a mailed link' })
  })

  test('the link works once: a second click does nothing, and is told so', async ({ assert }) => {
    const { path } = await asked()
    const visitor = new Visitor()
    await visitor.open(path)
    const seen = /name="seen" value="(\w+)"/.exec(visitor.page)![1]
    const answers = await Promise.all(
      [visitor.alike(), visitor.alike()].map(async (one) => {
        await one.open(path)
        return one.submit(path, { seen })
      })
    )
    assert.sameMembers(
      answers.map(({ status }) => status),
      [200, 410]
    )
    assert.lengthOf(await mailed(), 1)
    assert.lengthOf(await events('quick_reference.verified'), 1)
    assert.include((await visitor.open(path)).page, 'it is confirmed, and nothing is left to do')
  })

  test('what is wrong becomes a report under her name, answered to her address', async ({
    assert,
  }) => {
    const { program, jos, path, dol } = await asked()
    const visitor = new Visitor()
    await visitor.open(path)
    await visitor.submit(`${path}/reports`, { what: 'I moved to room 18' })
    assert.include(visitor.page, 'Thank you: it is on its way')
    const report = await EntryReport.firstOrFail()
    assert.include(report.$attributes, {
      ...{ programId: program.id, organizationId: dol.id, entryId: jos.id, entryName: 'Jo Jones' },
      ...{ what: 'I moved to room 18', name: 'Jo Jones', email: jo.email, accountId: null },
    })
    assert.lengthOf(await mailed(), 0)
    assert.equal((await visitor.open(path)).status, 410)
  })

  test('nothing to say leaves the link as it is', async ({ assert }) => {
    const { path } = await asked()
    const visitor = new Visitor()
    await visitor.open(path)
    await visitor.submit(`${path}/reports`, { what: ' ' }, path)
    await visitor.open(path)
    assert.include(visitor.page, 'Say what is wrong')
    assert.lengthOf(await EntryReport.all(), 0)
  })

  test('a link that is too old, used, replaced, or never was answers alike', async ({ assert }) => {
    const { path, lena, program, jos } = await asked()
    const visitor = new Visitor()
    const strange = await visitor.open(`/confirmations/${'x'.repeat(43)}`)
    assert.equal(strange.status, 410)
    const said = words(strange)
    const isGone = async () => assert.deepEqual(words(await visitor.open(path)), said)

    await Confirmation.query().update({ expiresAt: now() - 1 })
    await isGone()
    await visitor.open('/sign-in')
    assert.equal((await visitor.submit(path, { seen: '' })).status, 410)
    await visitor.open('/sign-in')
    assert.equal((await visitor.submit(`${path}/reports`, { what: 'x' })).status, 410)
    await Confirmation.query().update({ expiresAt: now() + day, usedAt: now() })
    await isGone()
    await Confirmation.query().update({ usedAt: null })
    assert.equal((await visitor.open(path)).status, 200)
    await lena.organization.merge({ suspendedAt: now() }).save()
    await isGone()
    await lena.organization.merge({ suspendedAt: null }).save()
    await removeEntry(lena, program, jos.id)
    await publish(lena, program)
    await isGone()
    assert.lengthOf(await mailed(), 0)
  })

  test('nor does it open for whose address was mended meanwhile, or of a retired program', async ({
    assert,
  }) => {
    const { path, lena, program, jos } = await asked()
    const mended = { values: { ...jo, email: 'jo.jones@example.gov' }, audiences: {} }
    await changeEntry(lena, program, jos.id, mended)
    assert.equal((await new Visitor().open(path)).status, 200)
    await publish(lena, program)
    assert.equal((await new Visitor().open(path)).status, 410)
    await changeEntry(lena, program, jos.id, { values: { ...jo }, audiences: {} })
    await publish(lena, program)
    assert.equal((await new Visitor().open(path)).status, 200)
    await retireProgram(lena, program)
    assert.equal((await new Visitor().open(path)).status, 410)
  })

  test('what was changed since the page was opened is not confirmed unseen', async ({ assert }) => {
    const { path, lena, program, jos } = await asked()
    const visitor = new Visitor()
    await visitor.open(path)
    const seen = /name="seen" value="(\w+)"/.exec(visitor.page)![1]
    await changeEntry(lena, program, jos.id, {
      values: { ...jo, phone: '860-555-0199' },
      audiences: {},
    })
    await publish(lena, program)
    await visitor.submit(path, { seen })
    assert.equal(visitor.location, path)
    await visitor.open(path)
    assert.include(visitor.page, 'It was changed meanwhile. Please read it once more.')
    assert.include(visitor.page, '860-555-0199')
    assert.lengthOf(await mailed(), 0)
  })

  test('a confirmation holds for those words and no others', async ({ assert }) => {
    const { path, lena, program, jos } = await asked()
    await press(path)
    assert.equal(await verifiedBy(program, jos.id), 'Jo Jones')
    const moved = { values: { ...jo, phone: '860-555-0199' }, audiences: {} }
    await changeEntry(lena, program, jos.id, moved)
    await publish(lena, program)
    assert.equal(await verifiedBy(program, jos.id), 'Lena Long')
  })
})

test.group('The liaison asks', (group) => {
  group.each.setup(undone)

  test('everybody at once; who has no address is named, and nobody is asked twice a day', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const { program } = await aPublishedProgram(lena)
    const browser = await PressingBrowser.signIn('lena')
    const page = `/liaison/programs/${program.id}/freshness`
    await browser.open(page)
    await browser.press('Ask everybody to confirm')
    assert.include(browser.text, 'Asked Jo Jones and Ada Adams.')
    assert.include(browser.text, 'Without a mail address, so not asked: DOL Service Desk.')
    assert.include(browser.text, 'no answer yet')
    assert.lengthOf(await Message.query().where('kind', 'confirmation_asked'), 2)
    await browser.press('Ask everybody to confirm')
    assert.include(browser.text, 'Jo Jones and Ada Adams were asked today already.')
    assert.lengthOf(await Message.query().where('kind', 'confirmation_asked'), 2)
    assert.lengthOf(await events('quick_reference.confirmation_asked'), 2)
  })

  test('nobody else does, and of another agency’s program nobody learns anything', async ({
    assert,
    client,
  }) => {
    const { lena } = await theCast()
    const { program, jos } = await aPublishedProgram(lena)
    const path = `/liaison/programs/${program.id}`
    for (const [username, status] of [
      ['ada', 403],
      ['olga', 404],
      ['otto', 403],
    ] as const) {
      const browser = await PressingBrowser.signIn(username)
      for (const action of ['confirmation-requests', 'reviews']) {
        await browser.send(`${path}/${action}`, { entry: jos.id })
        assert.equal(browser.status, status, `${username} ${action}`)
      }
      await browser.open(`${path}/freshness`)
      assert.equal(browser.status, status)
      assert.notInclude(browser.text, 'Jo Jones')
    }
    assert.lengthOf(await Confirmation.all(), 0)
    assert.lengthOf(await Message.query().where('kind', 'confirmation_asked'), 0)
    assert.isNotNull(client)
  })

  test('only about what is published', async ({ assert }) => {
    const { lena } = await theCast()
    const { program, secret } = await aPublishedProgram(lena)
    await assert.rejects(() => askContacts(lena, program, ({ id }) => id === secret.id))
    await retireProgram(lena, program)
    await assert.rejects(async () => askContacts(lena, await program.refresh()))
    assert.lengthOf(await Confirmation.all(), 0)
  })
})

test.group('Who is signed in', (group) => {
  group.each.setup(undone)

  test('finds the task under Help, and confirms with one click', async ({ assert }) => {
    const { lena, ada } = await theCast()
    const { program, adas } = await aPublishedProgram(lena)
    await Verification.query().update({ verifiedAt: now() - 100 * day })
    const browser = await PressingBrowser.signIn('ada')
    await browser.open('/help')
    assert.include(browser.text, 'Please confirm what SRR says of you')
    await browser.open('/confirmations')
    assert.include(browser.text, 'ADA@example.gov')
    assert.notMatch(browser.text, /Jo Jones|vault/)
    await browser.press('This is right')
    assert.include(browser.text, 'Thank you. You have confirmed it.')
    assert.include(browser.text, 'by Ada Adams')
    assert.equal(await verifiedBy(program, adas.id), 'Ada Adams')
    await browser.press('This is right')
    assert.include(browser.text, 'You have confirmed it already')
    assert.lengthOf(await Verification.query().where('accountId', ada.id), 1)
    assert.lengthOf(await events('quick_reference.verified'), 1)
    await browser.open('/help')
    assert.notInclude(browser.text, 'Please confirm')
  })

  test('confirms nothing that is said of others', async ({ assert }) => {
    const { lena, ada } = await theCast()
    const { program, jos, adas } = await aPublishedProgram(lena)
    const browser = await PressingBrowser.signIn('otto')
    await browser.open('/confirmations')
    assert.include(browser.text, 'No quick reference names you.')
    for (const { id } of [jos, adas]) {
      await browser.send('/confirmations', {
        ...{ program: program.id, entry: id, seen: 'x', account: ada.id, account_id: ada.id },
      })
      assert.equal(browser.status, 404)
    }
    assert.lengthOf(await events('quick_reference.verified'), 0)
  })

  test('who was asked by mail answers in the console as well, and the link is used up', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const { program, adas } = await aPublishedProgram(lena)
    await askContacts(lena, program, ({ id }) => id === adas.id)
    const path = await confirmationLink('ADA@example.gov')
    const browser = await PressingBrowser.signIn('ada')
    await browser.open('/confirmations')
    await browser.press('This is right')
    assert.equal((await new Visitor().open(path)).status, 410)
    assert.equal((await Confirmation.firstOrFail()).answer, 'right')
  })
})
