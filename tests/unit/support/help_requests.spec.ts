import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import HelpRequest, { numberFrom } from '#app/support/requests/help_request'
import { annotate, answer, solve } from '#app/support/requests/help_request_answering'
import { fileFor, fileRequest } from '#app/support/requests/help_request_filing'
import { addNote, close, reopen } from '#app/support/requests/help_request_following'
import { pass } from '#app/support/requests/help_request_passing'
import { storyForCaller, storyForHelpers } from '#app/support/requests/help_request_story'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { firstPlace } from '#app/support/requests/places'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAlternate, anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { mailed } from '#tests/support/mailed'
import { promised, written } from '#tests/support/mails'
import { anOperator } from '#tests/support/operators'
import { test } from '@japa/runner'

const secret = 'INTERNAL-4711'
const trouble = { happened: 'It stops.', urgency: 'problem' as const }

test.group('A help request', (group) => {
  group.each.setup(undone)

  test('numbers go up by one, and are read as people say them', async ({ assert }) => {
    const { ada, otto } = await theCast()
    const first = await anAsked(ada)
    const second = await anAsked(otto)
    assert.equal(second.number, first.number + 1)
    assert.isAbove(first.number, 1000)
    for (const text of ['H-1042', 'h1042', ' 1042 ', 'h 1042', 'H - 1042']) {
      assert.equal(numberFrom(text), 1042, text)
    }
    for (const text of ['H-', 'Ada 1042', '10.42', '1234567890', ''])
      assert.isNull(numberFrom(text))
  })

  test('lies with the primary liaison first; where nobody else is, with the next', async ({
    assert,
  }) => {
    const { ada, lena, dol, opm, otto, olga } = await theCast()
    const at = (account: { id: string; organizationId: string }) =>
      firstPlace({ accountId: account.id, organizationId: account.organizationId })
    assert.equal(await at(ada), 'liaison')
    assert.equal(await at(lena), 'operator', 'neither desk nor another liaison')
    await theHelpDesk()
    assert.equal(await at(lena), 'help_desk')
    await anAlternate(dol)
    assert.equal(await at(lena), 'liaison', 'the alternate is the first who can answer Lena')
    await olga.merge({ deactivatedAt: now() }).save()
    assert.equal(await at(otto), 'help_desk')
    assert.equal(opm.id, otto.organizationId)
  })

  test('is filed by the desk for a caller, who gets the mail', async ({ assert }) => {
    const { ada, lena, otto } = await theCast()
    const hank = await theHelpDesk()
    const { request } = await fileFor(hank, ada, trouble)
    assert.include(request.$attributes, {
      ...{ accountId: ada.id, filedBy: hank.id, organizationId: ada.organizationId },
      liesWith: 'liaison',
    })
    assert.isFalse(request.isOfCaller)
    const entry = await AuditEntry.findByOrFail('event', 'help_request.filed_for')
    assert.include(entry.$attributes, { actorId: hank.id, organizationId: ada.organizationId })
    assert.deepEqual(await promised(), [
      'help_request_received to ada@example.gov',
      'help_request_waiting to lena@example.gov',
    ])
    assert.include(await written('help_request_received'), 'Hank Hall of the help desk wrote down')
    for (const other of [ada, lena, otto]) {
      await assert.rejects(() => fileFor(other, ada, { ...trouble, happened: 'Other.' }))
    }
    assert.lengthOf(await HelpRequest.all(), 1)
  })

  test('nothing is filed for somebody else under the own name', async ({ assert }) => {
    const { ada } = await theCast()
    await ada.merge({ deactivatedAt: now() }).save()
    await assert.rejects(() => fileRequest(ada, trouble))
    assert.lengthOf(await HelpRequest.all(), 0)
    assert.deepEqual(await promised(), [])
  })

  test('goes back and forth: answer, note, answer', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const asked = await anAsked(ada)
    assert.isTrue(await answer(lena, asked, 'Try again.'))
    await asked.refresh()
    assert.include(asked.$attributes, {
      ...{ status: 'answered', answeredBy: lena.id, remindAt: null, passOnAt: null },
    })
    assert.isTrue(await answer(lena, asked, 'Try again.'), 'sent twice')
    assert.include(await written('help_request_answered'), 'Try again.')
    assert.equal(await addNote(ada, asked, 'No better.'), 'done')
    assert.equal(await addNote(ada, asked, 'No better.'), 'done', 'sent twice')
    assert.equal((await asked.refresh()).status, 'open')
    assert.isNotNull(asked.remindAt)
    assert.include(await written('help_request_note'), 'No better.')
    const steps = await HelpRequestStep.query().orderBy('id')
    assert.deepEqual(
      steps.map(({ kind, byId, body }) => [kind, byId, body]),
      [
        ['note', lena.id, 'Try again.'],
        ['note', ada.id, 'No better.'],
      ]
    )
    assert.deepEqual((await promised()).slice(2), [
      'help_request_answered to ada@example.gov',
      'help_request_note to lena@example.gov',
    ])
  })

  test('a note on an open one does not let those who help take longer', async ({ assert }) => {
    const { ada } = await theCast()
    const asked = await anAsked(ada)
    const { remindAt, passOnAt, waitsSince } = await asked.refresh()
    await addNote(ada, asked, 'And another thing.')
    assert.include((await asked.refresh()).$attributes, { remindAt, passOnAt, waitsSince })
  })

  test('is solved once, and closed once, whoever comes first', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const asked = await anAsked(ada)
    assert.isTrue(await solve(lena, asked, 'Restarted it.'))
    assert.isFalse(await solve(lena, asked, 'Again.'))
    assert.equal(await close(ada, asked), 'over')
    assert.isFalse(await answer(lena, asked, 'Too late.'))
    assert.equal(await addNote(ada, asked, 'Too late.'), 'over')
    assert.include((await asked.refresh()).$attributes, { status: 'solved', endedBy: lena.id })
    assert.include(await written('help_request_solved'), 'Restarted it.')
    assert.equal(await reopen(ada, asked, 'It is back.'), 'done')
    assert.equal(await reopen(ada, asked, 'It is back.'), 'not_over')
    assert.include((await asked.refresh()).$attributes, { status: 'open', endedAt: null })
    await solve(lena, asked, null)
    await HelpRequest.query().update({ endedAt: now() - 14 * day - 1 })
    assert.equal(await reopen(ada, asked, 'Again.'), 'over')
    assert.lengthOf(await AuditEntry.query().where('event', 'help_request.solved'), 2)
    assert.lengthOf(await AuditEntry.query().where('event', 'help_request.reopened'), 1)
  })

  test('passes to the desk, the operator and back; each is a row and a mail', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    const hank = await theHelpDesk()
    await anOperator()
    const asked = await anAsked(ada)
    assert.equal(await pass(lena, asked, 'liaison', null), 'there')
    assert.equal(await pass(lena, asked, 'alternate', null), 'nobody')
    assert.equal(await pass(lena, asked, 'help_desk', secret), 'passed')
    assert.equal(await pass(lena, asked, 'help_desk', secret), 'there')
    assert.include(await written('help_request_waiting'), secret)
    assert.include(await written('help_request_passed'), 'the help desk')
    assert.notInclude(await written('help_request_passed'), secret)
    assert.equal(await pass(hank, asked, 'operator', null), 'passed')
    assert.equal(await pass(hank, asked, 'liaison', null), 'passed')
    const steps = await HelpRequestStep.query().where('kind', 'passed').orderBy('id')
    assert.deepEqual(
      steps.map(({ byId, passedFrom, passedTo }) => [byId, passedFrom, passedTo]),
      [
        [lena.id, 'liaison', 'help_desk'],
        [hank.id, 'help_desk', 'operator'],
        [hank.id, 'operator', 'liaison'],
      ]
    )
    assert.deepEqual((await promised()).slice(2), [
      'help_request_passed to ada@example.gov',
      'help_request_waiting to hank@example.gov',
      'help_request_passed to ada@example.gov',
      'help_request_waiting to olive@example.gov',
      'help_request_passed to ada@example.gov',
      'help_request_waiting to lena@example.gov',
    ])
    await solve(lena, asked, null)
    assert.equal(await pass(lena, asked, 'help_desk', null), 'over')
  })

  test('who chose one mail each morning hears of an incident at once all the same', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    await lena.merge({ requestNotices: 'daily' }).save()
    await anAsked(ada)
    assert.deepEqual(await promised(), ['help_request_received to ada@example.gov'])
    await anAsked(ada, { happened: 'Nothing works.', urgency: 'incident' })
    assert.include(await promised(), 'help_request_waiting to lena@example.gov')
    assert.include(await written('help_request_waiting'), 'Incident: ')
  })

  test('nobody answers their own, and no other agency reads it', async ({ assert }) => {
    const { lena, olga, dol, ada } = await theCast()
    await anAlternate(dol)
    const asked = await anAsked(lena)
    for (const other of [lena, olga, ada]) {
      await assert.rejects(() => answer(other, asked, 'x'))
      await assert.rejects(() => solve(other, asked, 'x'))
      await assert.rejects(() => annotate(other, asked, 'x'))
      await assert.rejects(() => pass(other, asked, 'operator', 'x'))
      await assert.rejects(() => HelpRequest.findFor(other, asked.id))
    }
    assert.lengthOf(await HelpRequestStep.all(), 0)
    assert.equal((await asked.refresh()).status, 'open')
    assert.lengthOf(await Message.all(), 2)
  })

  test('what is internal is in no mail, no trail and nothing that the caller reads', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    const hank = await theHelpDesk()
    const asked = await anAsked(ada)
    await annotate(lena, asked, secret)
    await annotate(lena, asked, secret)
    await pass(lena, asked, 'help_desk', `${secret} with it`)
    await annotate(hank, asked, `${secret} too`)
    await answer(hank, asked, 'Hello.')
    await addNote(ada, asked, 'Thanks.')
    await solve(hank, asked, 'Bye.')
    const letters = await mailed()
    const toAda = letters.filter(({ to }) => to === 'ada@example.gov')
    assert.isAtLeast(toAda.length, 3)
    assert.notInclude(JSON.stringify(toAda), secret)
    const stored = [await AuditEntry.all(), await Message.all()]
    assert.notInclude(JSON.stringify(stored), secret)
    const whole = await HelpRequest.query().preload('organization').firstOrFail()
    assert.notInclude(JSON.stringify(await storyForCaller(whole)), secret)
    const story = await storyForHelpers(whole)
    assert.lengthOf(
      story.filter(({ text }) => text?.includes(secret)),
      3
    )
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'internal'), 2)
  })

  test('who left answers no more, and mails to them are not sent', async ({ assert }) => {
    const { ada, lena, dol } = await theCast()
    const luis = await anAlternate(dol)
    const asked = await anAsked(ada)
    await answer(luis, asked, 'Hello.')
    await addNote(ada, asked, 'More.')
    assert.include(await promised(), 'help_request_note to luis@example.gov')
    assert.include(await promised(), 'help_request_note to lena@example.gov')
    await lena.merge({ deactivatedAt: now() }).save()
    const notes = await Message.query().where('kind', 'help_request_note').orderBy('id')
    assert.lengthOf(notes, 2)
    const sent = (await mailed()).filter(({ subject }) => subject.includes('more to say'))
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['luis@example.gov']
    )
  })

  test('a partner’s administrator answers the partner’s people', async ({ assert }) => {
    const { dol } = await theCast()
    const rita = await person(dol, 'rita', 'Rita Rivers', 'organization_administrator')
    const asked = await anAsked(await person(dol, 'nia', 'Nia Novak'))
    assert.isTrue(await answer(rita, asked, 'Hello.'))
  })
})
