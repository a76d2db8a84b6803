import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { now } from '#app/shared/clock'
import HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { annotate, answer } from '#app/support/requests/help_request_answering'
import { sendDigests } from '#app/folders/requests/request_digest'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAlternate, anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { written } from '#tests/support/mails'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

async function atWork(name = 'lena') {
  const cast = await theCast()
  await theHelpDesk()
  const asked = await anAsked(cast.ada)
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  const page = `/liaison/help-requests/${asked.id}`
  await visitor.open(page)
  return { ...cast, asked, visitor, page }
}

const acts = [
  ['notes', { note: 'Try again.' }],
  ['internal-notes', { internal: 'She calls often.' }],
  ['passings', { to: 'help_desk' }],
  ['solutions', { solution: '' }],
] as const

test.group('A liaison’s help requests', (group) => {
  group.each.setup(undone)

  test('stand in the list, the overview, the inbox and the mail of the morning', async ({
    assert,
  }) => {
    const { asked, lena, visitor } = await atWork()
    for (const path of ['/liaison', '/liaison/requests', '/liaison/help-requests']) {
      await visitor.open(path)
      assert.include(visitor.page, asked.name, path)
    }
    await lena.merge({ requestNotices: 'daily' }).save()
    await sendDigests(now())
    assert.include(await written('requests_digest'), `${asked.name}: Ada Adams (ada) asks for help`)
  })

  test('are found by number and by name, solved ones too', async ({ assert }) => {
    const { asked, dol, visitor, page } = await atWork()
    const other = await anAsked(await person(dol, 'nia', 'Nia Novak'))
    await visitor.submit(`${page}/solutions`, { solution: '' })
    await visitor.open('/liaison/help-requests')
    assert.notInclude(visitor.page, `>${asked.name}<`)
    assert.include(visitor.page, `>${other.name}<`)
    for (const search of [asked.name, String(asked.number), 'ADA adams', 'ada@example']) {
      await visitor.open(`/liaison/help-requests?search=${encodeURIComponent(search)}`)
      assert.include(visitor.page, `>${asked.name}<`, search)
      assert.notInclude(visitor.page, `>${other.name}<`, search)
    }
    await visitor.open('/liaison/help-requests?show=all')
    assert.include(visitor.page, `>${asked.name}<`)
    await visitor.open('/liaison/help-requests?search=nobody%00&show=x&after=y')
    assert.include(visitor.page, 'No request is like that.')
  })

  test('50 stand on a page, and the rest behind it', async ({ assert }) => {
    const { asked, visitor } = await atWork()
    const { id, ...columns } = asked.$attributes
    assert.equal(id, asked.id)
    await HelpRequest.createMany(
      Array.from({ length: 60 }, (_, at) => ({ ...columns, number: 5000 + at }) as never)
    )
    await visitor.open('/liaison/help-requests')
    assert.include(visitor.page, '>H-5059<')
    assert.notInclude(visitor.page, '>H-5009<')
    const [, next] = /href="(\?[^"]*after=[^"]*)"[^>]*rel="next"/.exec(visitor.page)!
    await visitor.open(`/liaison/help-requests${next.replaceAll('&amp;', '&')}`)
    assert.include(visitor.page, '>H-5009<')
    assert.include(visitor.page, `>${asked.name}<`)
  })

  test('an answer goes to the caller', async ({ assert }) => {
    const { asked, lena, visitor, page } = await atWork()
    await visitor.submit(`${page}/notes`, { note: '' }, page)
    await visitor.open(page)
    assert.include(visitor.page, 'Write something first.')
    await visitor.submit(`${page}/notes`, { note: 'Try again.' })
    assert.equal(visitor.location, page)
    await visitor.open(page)
    assert.include(visitor.page, 'Ada Adams gets your answer by mail.')
    assert.include(visitor.page, 'Answered, waits for the caller')
    await asked.refresh()
    assert.include(asked.$attributes, { status: 'answered', answeredBy: lena.id })
    assert.include(await written('help_request_answered'), 'Try again.')
  })

  test('passing needs somebody to pass to, and happens once', async ({ assert }) => {
    const { asked, visitor, page } = await atWork()
    await visitor.submit(`${page}/passings`, { to: '' }, page)
    await visitor.open(page)
    assert.include(visitor.page, 'Choose whom to pass it to.')
    await visitor.submit(`${page}/passings`, { to: 'alternate' })
    await visitor.open(page)
    assert.include(visitor.page, 'Nobody is there now.')
    await visitor.submit(`${page}/passings`, { to: 'help_desk', passing_note: 'A lock?' })
    await visitor.open(page)
    assert.include(visitor.page, `${asked.name} lies with the help desk now.`)
    await visitor.submit(`${page}/passings`, { to: 'help_desk' })
    await visitor.open(page)
    assert.include(visitor.page, 'It lies with the help desk already.')
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'passed'), 1)
  })

  test('solving it is done once, and over is over', async ({ assert }) => {
    const { asked, visitor, page } = await atWork()
    await visitor.submit(`${page}/solutions`, { solution: 'Restarted.' })
    await visitor.open(page)
    assert.include(visitor.page, `${asked.name} is solved.`)
    assert.notInclude(visitor.page, 'Mark as solved')
    for (const [noun, fields] of acts.filter(([one]) => one !== 'internal-notes')) {
      await visitor.open(page)
      await visitor.submit(`${page}/${noun}`, { ...fields })
      await visitor.open(page)
      assert.include(visitor.page, 'This request is over, so nothing was changed.', noun)
    }
    assert.lengthOf(await AuditEntry.query().where('event', 'help_request.solved'), 1)
    assert.lengthOf(await Message.query().where('kind', 'help_request_solved'), 1)
  })

  test('added fields have no effect', async ({ assert }) => {
    const { asked, ada, otto, opm, visitor, page } = await atWork()
    await visitor.submit(`${page}/notes`, {
      ...{ note: 'Try again.', kind: 'internal', by_id: otto.id, byId: otto.id, status: 'solved' },
      ...{ account_id: otto.id, organization_id: opm.id, lies_with: 'operator', number: '1' },
    })
    await asked.refresh()
    assert.include(asked.$attributes, {
      ...{ status: 'answered', accountId: ada.id, liesWith: 'liaison' },
      organizationId: ada.organizationId,
    })
    const step = await HelpRequestStep.firstOrFail()
    assert.include(step.$attributes, { kind: 'note' })
    assert.notEqual(step.byId, otto.id)
  })

  test('an internal note is on no page of the caller’s, and in no list or export', async ({
    assert,
  }) => {
    const { ada, lena, asked, visitor, page } = await atWork()
    const secret = 'INTERNAL-4711'
    await annotate(lena, asked, secret)
    await answer(lena, asked, 'Try again.')
    await visitor.open(page)
    assert.include(visitor.page, secret)
    const adas = new Visitor()
    await adas.signIn(ada.username, password)
    for (const path of [`/help/requests/${asked.id}`, '/help/requests', '/help', '/profile']) {
      await adas.open(path)
      assert.equal(adas.status, 200)
      assert.notInclude(adas.page, secret, path)
    }
    await adas.open(`/help/requests/${asked.id}`)
    assert.include(adas.page, 'Try again.')
    assert.notInclude(adas.page, 'internal note')
    for (const path of ['/liaison/activity', '/liaison/activity/export', '/liaison/requests']) {
      await visitor.open(path)
      assert.notInclude(visitor.page, secret, path)
    }
  })

  test('another agency’s liaison learns nothing, and an end user may not', async ({ assert }) => {
    for (const [name, status] of [
      ['olga', 404],
      ['ada', 403],
    ] as const) {
      const { asked, visitor, page } = await atWorkAgain(name)
      assert.equal(visitor.status, status)
      assert.notInclude(visitor.page, asked.name)
      for (const path of [page, `/liaison/help-requests/${uuidv7()}`]) {
        for (const [noun, fields] of acts) {
          await visitor.open('/help')
          assert.equal((await visitor.submit(`${path}/${noun}`, { ...fields })).status, status)
        }
      }
      await visitor.open('/liaison/help-requests')
      assert.notInclude(visitor.page, asked.name)
      assert.equal((await asked.refresh()).status, 'open')
    }
    assert.lengthOf(await HelpRequestStep.all(), 0)
  })

  test('nobody answers their own as a liaison', async ({ assert }) => {
    const { dol, lena, visitor } = await atWork()
    await anAlternate(dol)
    const own = await anAsked(lena, { happened: 'I myself.' })
    const page = `/liaison/help-requests/${own.id}`
    await visitor.open(page)
    assert.equal(visitor.status, 403)
    assert.include(visitor.page, 'Nobody answers their own request.')
    for (const [noun, fields] of acts) {
      await visitor.open('/liaison')
      assert.equal((await visitor.submit(`${page}/${noun}`, { ...fields })).status, 403, noun)
    }
    await visitor.open('/liaison/help-requests?show=all')
    assert.notInclude(visitor.page, `>${own.name}<`)
    assert.lengthOf(await HelpRequestStep.all(), 0)
  })
})

let world: Awaited<ReturnType<typeof atWork>> | undefined

/** One cast for several visitors of a test. */
async function atWorkAgain(name: string) {
  const isThere = world && (await HelpRequest.find(world.asked.id))
  if (!world || !isThere) {
    world = await atWork(name)
    return world
  }
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  await visitor.open(world.page)
  return { ...world, visitor }
}
