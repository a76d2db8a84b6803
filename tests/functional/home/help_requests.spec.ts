import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import Terms from '#app/enrollment/terms'
import Application from '#app/enrollment/application'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { solve } from '#app/support/requests/help_request_answering'
import HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAsked } from '#tests/support/help_requests'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

const trouble = {
  ...{ doing: 'Uploading', happened: 'It stops at 40 percent.' },
  ...{ urgency: 'problem', reach: '860-555-0120' },
}

const kinds = async () => (await Message.query().orderBy('id')).map(({ kind }) => kind)

async function atHelp(name = 'ada') {
  const cast = await theCast()
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  await visitor.open('/help')
  return { ...cast, visitor }
}

test.group('Asking for help', (group) => {
  group.each.setup(undone)

  test('a request gets a number, goes to the liaison, and both are told', async ({ assert }) => {
    const { ada, dol, visitor } = await atHelp()
    await visitor.submit('/help', trouble, '/help')
    const asked = await HelpRequest.firstOrFail()
    assert.equal(visitor.location, `/help/requests/${asked.id}`)
    assert.include(asked.$attributes, {
      ...{ accountId: ada.id, filedBy: ada.id, organizationId: dol.id, status: 'open' },
      ...{ liesWith: 'liaison', ...trouble },
    })
    assert.match(asked.name, /^H-1\d{3}$/)
    const entry = await AuditEntry.findByOrFail('event', 'help_request.filed')
    assert.include(entry.$attributes, { actorId: ada.id, subjectName: asked.name })
    assert.deepEqual(await kinds(), ['help_request_received', 'help_request_waiting'])
    await visitor.open(visitor.location!)
    for (const words of [
      asked.name,
      'Waits for the SFT Liaison',
      'Lena Long, the SFT Liaison',
      'It stops at 40 percent.',
    ]) {
      assert.include(visitor.page, words)
    }
    await visitor.open('/help/requests')
    assert.include(visitor.page, asked.name)
  })

  test('sent twice it is one request', async ({ assert }) => {
    const { visitor } = await atHelp()
    await visitor.submit('/help', trouble, '/help')
    await visitor.open('/help')
    await visitor.submit('/help', trouble, '/help')
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'You sent that already')
    assert.lengthOf(await HelpRequest.all(), 1)
    assert.lengthOf(await kinds(), 2)
  })

  test('what must be mended comes back with what was typed: {field}')
    .with([
      { field: 'happened', value: '', says: 'Say what happened' },
      { field: 'urgency', value: 'panic', says: 'Choose how urgent it is.' },
      { field: 'doing', value: 'x'.repeat(501), says: 'Use at most 500 characters.' },
    ])
    .run(async ({ assert }, { field, value, says }) => {
      const { visitor } = await atHelp()
      await visitor.submit('/help', { ...trouble, reach: 'room 4711', [field]: value })
      assert.equal(visitor.location, '/help')
      await visitor.open('/help')
      assert.include(visitor.page, says)
      assert.include(visitor.page, 'room 4711')
      assert.lengthOf(await HelpRequest.all(), 0)
      assert.deepEqual(await kinds(), [])
    })

  test('added fields have no effect', async ({ assert }) => {
    const { ada, dol, opm, otto, visitor } = await atHelp()
    await visitor.submit('/help', {
      ...trouble,
      ...{ number: '7', status: 'solved', lies_with: 'operator', liesWith: 'operator' },
      ...{ account_id: otto.id, accountId: otto.id, organizationId: opm.id, filed_by: otto.id },
    })
    const asked = await HelpRequest.firstOrFail()
    assert.include(asked.$attributes, {
      ...{ accountId: ada.id, filedBy: ada.id, organizationId: dol.id, status: 'open' },
      liesWith: 'liaison',
    })
    assert.isAbove(asked.number, 1000)
  })

  test('who cannot get past the terms, or the password, asks all the same', async ({ assert }) => {
    const { ada, visitor } = await atHelp()
    await Terms.publish(theService, await Application.builtIn(), 'New terms.')
    await ada.merge({ mustChangePassword: true }).save()
    await visitor.open('/home')
    assert.equal(visitor.location, '/password')
    await visitor.open('/help')
    assert.equal(visitor.status, 200)
    await visitor.submit('/help', trouble)
    assert.match(visitor.location!, /^\/help\/requests\//)
    const page = visitor.location!
    await visitor.open(page)
    assert.equal(visitor.status, 200)
    await visitor.submit(`${page}/notes`, { note: 'Still.' })
    await visitor.open(page)
    assert.include(visitor.page, 'Still.')
    await visitor.submit(`${page}/closings`)
    assert.equal((await HelpRequest.firstOrFail()).status, 'closed')
  })

  test('a visitor is asked to sign in, and nothing is filed', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.open('/sign-in')
    await visitor.submit('/help', trouble)
    assert.lengthOf(await HelpRequest.all(), 0)
    assert.notEqual(visitor.status, 200)
  })

  test('floods are slowed', async ({ assert }) => {
    const { ada, visitor } = await atHelp()
    for (let at = 0; at < 11; at++) await anAsked(ada, { happened: `Trouble ${at}` })
    await visitor.submit('/help', trouble)
    await visitor.open('/help')
    assert.include(visitor.page, 'That was tried too often.')
    assert.include(visitor.page, 'It stops at 40 percent.')
    assert.lengthOf(await HelpRequest.all(), 11)
  })
})

test.group('What somebody was doing', (group) => {
  group.each.setup(undone)

  test('is said by the page that they came from: {from}')
    .with([
      { from: 'folder', words: 'Uploading to /DOL/SRR/Incoming' },
      { from: '/home', words: 'Using my home folder' },
      { from: '/profile?x=1', words: 'Using my profile' },
      { from: '/deleted', words: 'Getting a deleted file back' },
      { from: '/help', words: '' },
      { from: '/homework', words: '' },
      { from: '/folders/00000000-0000-7000-8000-000000000000', words: 'Looking for a folder' },
    ])
    .run(async ({ assert }, { from, words }) => {
      const { incoming, visitor } = await atHelp()
      const page = from === 'folder' ? `/folders/${incoming.id}?sort=name` : from
      await visitor.open('/help', page)
      const [, value] = /name="doing"[^>]*? value="([^"]*)"/.exec(visitor.page) ?? []
      assert.equal(value ?? '', words)
    })

  test('never by a page of another host, nor by a folder that would not open', async ({
    assert,
  }) => {
    const { incoming, visitor } = await atHelp('otto')
    await visitor.open('/help', `/folders/${incoming.id}`)
    assert.notInclude(visitor.page, 'Incoming')
    const { page, cookie } = visitor
    assert.include(page, 'name="doing"')
    const elsewhere = await fetch(`${visitor.origin}/help`, {
      headers: { cookie, referer: 'https://elsewhere.example/home' },
    })
    assert.notInclude(await elsewhere.text(), 'Using my home folder')
  })

  test('names no folder before the rule of getting in is met', async ({ assert }) => {
    const { ada, incoming, visitor } = await atHelp()
    await ada.merge({ mustChangePassword: true }).save()
    await visitor.open('/help', `/folders/${incoming.id}`)
    assert.equal(visitor.status, 200)
    assert.notInclude(visitor.page, 'Incoming')
  })
})

test.group('One’s own help requests', (group) => {
  group.each.setup(undone)

  test('“It works now” closes it, once', async ({ assert }) => {
    const { ada, visitor } = await atHelp()
    const asked = await anAsked(ada)
    const page = `/help/requests/${asked.id}`
    await visitor.open(page)
    await visitor.submit(`${page}/closings`)
    await visitor.open(page)
    assert.include(visitor.page, `${asked.name} is closed.`)
    await visitor.submit(`${page}/closings`)
    await visitor.open(page)
    assert.include(visitor.page, 'This request is over')
    await asked.refresh()
    assert.include(asked.$attributes, { status: 'closed', endedBy: ada.id })
    assert.isNull(asked.remindAt)
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'closed'), 1)
    assert.lengthOf(await AuditEntry.query().where('event', 'help_request.closed'), 1)
    assert.equal((await kinds()).filter((kind) => kind === 'help_request_closed').length, 1)
  })

  test('a note that comes too late is not lost: it stands in the form that opens it again', async ({
    assert,
  }) => {
    const { ada, lena, visitor } = await atHelp()
    const asked = await anAsked(ada)
    const page = `/help/requests/${asked.id}`
    await visitor.open(page)
    await solve(lena, asked, null)
    await visitor.submit(`${page}/notes`, { note: 'Written meanwhile.' })
    await visitor.open(page)
    assert.include(visitor.page, 'This request is over')
    assert.include(visitor.page, 'Written meanwhile.')
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'note'), 0)
  })

  test('within 14 days a new note opens it again, later a new request is needed', async ({
    assert,
  }) => {
    const { ada, lena, visitor } = await atHelp()
    const asked = await anAsked(ada)
    await solve(lena, asked, 'Done.')
    const page = `/help/requests/${asked.id}`
    await visitor.open(page)
    assert.include(visitor.page, 'Done.')
    await visitor.submit(`${page}/reopenings`, { note: '' }, page)
    await visitor.open(page)
    assert.include(visitor.page, 'Write something first.')
    await visitor.submit(`${page}/reopenings`, { note: 'It stops again.' })
    await visitor.open(page)
    assert.include(visitor.page, 'It stops again.')
    await asked.refresh()
    assert.include(asked.$attributes, { status: 'open', endedAt: null, endedBy: null })
    assert.isNotNull(asked.remindAt)

    await solve(lena, asked, null)
    await asked.merge({ endedAt: now() - 15 * day } as never).save()
    await visitor.open(page)
    assert.include(visitor.page, 'name this number')
    await visitor.submit(`${page}/reopenings`, { note: 'Again.' })
    await visitor.open(page)
    assert.include(visitor.page, 'This request is over, so nothing was changed.')
    assert.equal((await asked.refresh()).status, 'solved')
    assert.lengthOf(await AuditEntry.query().where('event', 'help_request.reopened'), 1)
  })

  test('nobody else’s: not the colleague’s, the liaison’s way in, nor another agency’s', async ({
    assert,
  }) => {
    const { ada, dol } = await theCast()
    await person(dol, 'nia', 'Nia Novak')
    const asked = await anAsked(ada)
    const page = `/help/requests/${asked.id}`
    for (const name of ['nia', 'lena', 'otto']) {
      const visitor = new Visitor()
      await visitor.signIn(name, password)
      assert.equal((await visitor.open(page)).status, 404, name)
      assert.equal((await visitor.open(`/help/requests/${uuidv7()}`)).status, 404)
      for (const [noun, fields] of [
        ['notes', { note: 'x' }],
        ['closings', {}],
        ['reopenings', { note: 'x' }],
      ] as const) {
        await visitor.open('/help')
        assert.equal((await visitor.submit(`${page}/${noun}`, { ...fields })).status, 404, noun)
      }
      await visitor.open('/help/requests')
      assert.notInclude(visitor.page, asked.name)
    }
    assert.equal((await asked.refresh()).status, 'open')
    assert.lengthOf(await HelpRequestStep.all(), 0)
  })
})
