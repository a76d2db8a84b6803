import Account from '#app/accounts/account'
import Throttle from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import AccessRequest from '#app/folders/requests/access_request'
import Message from '#app/messages/message'
import Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import { agency, password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { delivered, lettersFrom } from '#tests/support/letters'
import { anOperator } from '#tests/support/operators'
import { aPartner } from '#tests/support/partner'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const form = '/request-access'
const tom = {
  full_name: 'Tom Tall',
  email: 'tom@example.org',
  phone: '203-555-0100',
  title: 'Clerk',
  purpose: 'SRR: to send\r\nwage records',
  works_with: 'Ada Adams',
}

const ask = async (organization: string, typed: object = {}) => {
  const visitor = new Visitor()
  await visitor.open(form)
  return visitor.submit(form, { ...tom, organization, ...typed }, form)
}

const kinds = async () => (await Message.query().orderBy('id')).map(({ kind }) => kind)

async function linkFor(address: string) {
  const letters = await delivered()
  const own = letters.filter(({ envelopeTo }) => envelopeTo.includes(address))
  return /\/request-access\/\S+/.exec(own.at(-1)!.text!)![0]
}

/** Without what differs from one answer to the next whatever was asked. */
const words = ({ status, page }: Visitor) => [status, page.replace(/value='[^']*'/g, '')]

test.group('Request access', (group) => {
  group.each.setup(undone)

  test('the agency’s liaisons get it, the requester gets a mail and a page', async ({ assert }) => {
    const { dol } = await theCast()
    const visitor = await ask(dol.id)
    assert.equal(visitor.status, 200)
    assert.include(visitor.page, 'Your request is on its way')
    const [request] = await AccessRequest.all()
    assert.include(request.$attributes, {
      ...{ organizationId: dol.id, accountId: null, fullName: 'Tom Tall', status: 'pending' },
      ...{ email: 'tom@example.org', worksWith: 'Ada Adams', purpose: 'SRR: to send\r\nwage records' },
    })
    const entry = await AuditEntry.findByOrFail('event', 'access_request.made')
    assert.include(entry.$attributes, { actorName: 'Visitor', organizationId: dol.id })

    const letters = await lettersFrom('tom@example.org', 'lena@example.gov', 'olga@example.gov')
    assert.include(letters.lena, 'Name: Tom Tall')
    assert.include(letters.lena, `/liaison/access-requests/${request.id}`)
    assert.equal(letters.olga, '')
    assert.notMatch(letters.tom, /Tom Tall|wage records|Lena/)

    const path = /\/request-access\/\S+/.exec(letters.tom)![0]
    const page = await new Visitor().open(path)
    assert.include(page.page, 'Waiting for the SFT Liaison of Department of Labor')
    assert.include(page.page, 'wage records')
    assert.notInclude(page.page, 'lena@example.gov')
  })

  test('the link is 256 random bits, and stored as a hash only', async ({ assert }) => {
    const { dol } = await theCast()
    await ask(dol.id)
    const token = (await linkFor('tom@example.org')).split('/').at(-1)!
    assert.lengthOf(Buffer.from(token, 'base64url'), 32)
    assert.notInclude(JSON.stringify(await Message.all()), token)
    assert.notInclude(JSON.stringify(await AccessRequest.all()), token)
    assert.notInclude(JSON.stringify(await AuditEntry.all()), token)
  })

  test('looking changes nothing; withdrawing is a button, and counts once', async ({ assert }) => {
    const { dol } = await theCast()
    await ask(dol.id)
    const path = await linkFor('tom@example.org')
    const visitor = new Visitor()
    const before = await AccessRequest.firstOrFail()
    for (let looks = 0; looks < 3; looks++) {
      await visitor.open(`${path}/withdrawals/create`)
      await visitor.open(path)
    }
    assert.deepEqual((await AccessRequest.firstOrFail()).$attributes, before.$attributes)

    await visitor.open(`${path}/withdrawals/create`)
    await visitor.submit(`${path}/withdrawals`)
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'The request is withdrawn.')
    assert.equal((await AccessRequest.firstOrFail()).status, 'withdrawn')
    await visitor.open(form)
    await visitor.submit(`${path}/withdrawals`)
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'The request had ended already.')
    assert.lengthOf(await AuditEntry.query().where('event', 'access_request.withdrawn'), 1)
  })

  test('a link that never was, or is too old, says nothing', async ({ assert }) => {
    const { dol } = await theCast()
    await ask(dol.id)
    const path = await linkFor('tom@example.org')
    const visitor = new Visitor()
    const strange = await visitor.open(`${form}/${'x'.repeat(43)}`)
    assert.equal(strange.status, 410)
    const said = words(strange)
    await AccessRequest.query().update({ status: 'lapsed', decidedAt: now() - 31 * day })
    assert.deepEqual(words(await visitor.open(path)), said)
    await visitor.open(form)
    assert.equal((await visitor.submit(`${path}/withdrawals`)).status, 410)
  })

  test('the same person asking again gets the link again, and no second request', async ({
    assert,
  }) => {
    const { dol, opm } = await theCast()
    await ask(dol.id)
    const first = await linkFor('tom@example.org')
    await ask(dol.id, { email: 'TOM@example.org', purpose: 'Something else', full_name: 'Eve' })
    const requests = await AccessRequest.all()
    assert.lengthOf(requests, 1)
    assert.equal(requests[0].fullName, 'Tom Tall')
    assert.deepEqual(await kinds(), [
      'access_request_received',
      'access_request_waiting',
      'access_request_received',
    ])
    const second = await linkFor('tom@example.org')
    assert.equal((await new Visitor().open(second)).status, 200)
    assert.equal((await new Visitor().open(first)).status, 410)

    await ask(opm.id)
    assert.lengthOf(await AccessRequest.all(), 2)
  })

  test('nobody learns whether an address is known, or has asked before', async ({ assert }) => {
    const { dol } = await theCast()
    const answers = []
    for (const email of ['tom@example.org', 'tom@example.org', 'ada@example.gov', 'x@example.org']) {
      answers.push(words(await ask(dol.id, { email })))
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0])
  })

  test('the form sets nothing but what it shows', async ({ assert }) => {
    const { dol, opm, ada } = await theCast()
    await ask(dol.id, {
      ...{ role: 'liaison', status: 'approved', organizationId: opm.id, organization_id: opm.id },
      ...{ account_id: ada.id, accountId: ada.id, opened_account_id: ada.id, decided_by: ada.id },
      ...{ hash: 'x', id: ada.id, created_at: '1', createdAt: '1' },
    })
    const [request] = await AccessRequest.all()
    assert.include(request.$attributes, {
      ...{ organizationId: dol.id, status: 'pending', accountId: null, openedAccountId: null },
      ...{ decidedBy: null },
    })
    assert.notEqual(request.id, ada.id)
    assert.isAbove(request.createdAt, now() - day)
    assert.lengthOf(request.hash, 64)
    assert.lengthOf(await Account.query().where('email', 'tom@example.org'), 0)
  })

  test('a suspended agency, a partner and one that never was cannot be asked: {$self}')
    .with(['suspended', 'partner', 'unknown', 'nonsense'])
    .run(async ({ assert }, what) => {
      const { lena } = await theCast()
      const office = await agency('Weather Office', 'WX')
      if (what === 'suspended') await office.merge({ suspendedAt: now() }).save()
      if (what === 'partner') await office.merge({ kind: 'partner' }).save()
      const { page } = await new Visitor().open(`${form}?agency=${office.id}`)
      const isListed = !['suspended', 'partner'].includes(what)
      assert.equal(page.includes('Weather Office'), isListed)
      assert.include(page, 'Department of Labor (DOL)')
      const ids: Record<string, string> = { unknown: lena.id, nonsense: "x' or 1=1" }
      const visitor = await ask(ids[what] ?? office.id)
      await visitor.open(visitor.location!)
      assert.include(visitor.page, 'Choose the agency from the list.')
      assert.include(visitor.page, 'value="Tom Tall"')
      assert.lengthOf(await AccessRequest.all(), 0)
      assert.deepEqual(await kinds(), [])
    })

  test('an agency’s entry leads to the form with the agency chosen', async ({ assert }) => {
    const { opm } = await theCast()
    const visitor = await new Visitor().open('/find-your-liaison')
    assert.include(visitor.page, `/request-access?agency=${opm.id}`)
    await visitor.open(`/request-access?agency=${opm.id}`)
    assert.include(visitor.page, `value="${opm.id}" selected`)
    await visitor.open('/request-access?agency[]=1&agency[x]=2')
    assert.equal(visitor.status, 200)
  })

  test('what must be mended is said beside the field: {field}')
    .with([
      { field: 'full_name', value: ' ', says: 'Enter your full name.' },
      { field: 'email', value: 'a@b.c,d@e.f', says: 'This is no mail address.' },
      { field: 'email', value: 'a b@c.d', says: 'This is no mail address.' },
      { field: 'purpose', value: '', says: 'Say what you need it for' },
      { field: 'purpose', value: 'x'.repeat(1001), says: 'Use at most 1000 characters.' },
      { field: 'full_name', value: 'a\nb', says: 'Use letters, digits and signs only.' },
      { field: 'purpose', value: 'a\u0000b', says: 'Use letters, digits and signs only.' },
    ])
    .run(async ({ assert }, { field, value, says }) => {
      const { dol } = await theCast()
      const visitor = await ask(dol.id, { [field]: value })
      await visitor.open(visitor.location!)
      assert.include(visitor.page, says)
      assert.include(visitor.page, 'value="203-555-0100"')
      assert.lengthOf(await AccessRequest.all(), 0)
      assert.lengthOf(await Throttle.query().whereLike('id', 'request:%'), 0)
    })

  test('where nobody can answer, the operators are told, once a day, and the page says so', async ({
    assert,
  }) => {
    const { dol } = await theCast()
    await anOperator()
    const toOlive = () => Message.query().where('kind', 'nobody_answers')
    await ask(dol.id)
    assert.lengthOf(await toOlive(), 0)
    const weather = await agency('Weather Office', 'WX')
    await ask(weather.id)
    await ask(weather.id, { email: 'tess@example.org' })
    const { olive, tom: told } = await lettersFrom('olive@example.gov', 'tom@example.org')
    assert.include(olive, '2 requests wait for an answer of Weather Office')
    assert.include(olive, `/operations/organizations/${weather.id}`)
    assert.notInclude(olive, 'Tom')
    assert.lengthOf(await toOlive(), 1)
    const visitor = new Visitor()
    const link = told.match(/\/request-access\/\S+/g)!.at(-1)!
    await visitor.open(link)
    assert.include(visitor.page, 'Nobody there can answer it at present.')
    await person(weather, 'wanda', 'Wanda West', 'liaison')
    await visitor.open(link)
    assert.notInclude(visitor.page, 'Nobody there can answer it')
  })
})

test.group('Request access, signed in', (group) => {
  group.each.setup(undone)

  async function askAsAda(more = {}) {
    const visitor = new Visitor()
    await visitor.signIn('ada', password)
    await visitor.open(form)
    const page = visitor.page
    await visitor.submit(form, { purpose: 'The folder SRR', works_with: '', ...more }, form)
    return { visitor, page }
  }

  test('asks the own agency, in the name of the account', async ({ assert }) => {
    const { ada, dol, opm } = await theCast()
    const more = { ...tom, organization: opm.id, purpose: 'The folder SRR', account_id: opm.id }
    const { page } = await askAsAda(more)
    assert.include(page, 'Ada Adams (ada)')
    assert.notInclude(page, 'Office of Policy')
    const [request] = await AccessRequest.all()
    assert.include(request.$attributes, {
      ...{ organizationId: dol.id, accountId: ada.id, fullName: 'Ada Adams' },
      ...{ email: 'ada@example.gov', status: 'pending', purpose: 'The folder SRR' },
    })
    const entry = await AuditEntry.findByOrFail('event', 'access_request.made')
    assert.equal(entry.actorId, ada.id)
    const letters = await lettersFrom('ada@example.gov', 'lena@example.gov')
    assert.include(letters.lena, 'User name: ada')
    assert.include(letters.ada, '/request-access/')
  })

  test('twice is once; without a mail address the request arrives all the same', async ({
    assert,
  }) => {
    const { ada } = await theCast()
    await ada.merge({ email: null }).save()
    await askAsAda()
    await askAsAda({ purpose: 'More' })
    assert.lengthOf(await AccessRequest.all(), 1)
    const received = await Message.query().where('kind', 'access_request_received')
    assert.deepEqual(
      received.map(({ status }) => status),
      ['failed', 'failed']
    )
  })

  test('a liaison who asks gets no mail of the own request', async ({ assert }) => {
    await theCast()
    const visitor = new Visitor()
    await visitor.signIn('lena', password)
    await visitor.open(form)
    await visitor.submit(form, { purpose: 'The folder SRR' }, form)
    assert.deepEqual(await kinds(), ['access_request_received'])
  })

  test('the mail says who answers: a liaison, an administrator, or nobody yet', async ({
    assert,
  }) => {
    const { dol, lena } = await theCast()
    const { paul } = await aPartner()
    await paul.related('grants').create({ role: 'organization_administrator' })
    await person(paul.organization, 'pia', 'Pia Pond')
    const pia = new Visitor()
    await pia.signIn('pia', password)
    await pia.open(form)
    await pia.submit(form, { purpose: 'The folder SRR' }, form)
    await ask(dol.id)
    const letters = await lettersFrom('tom@example.org', 'pia@example.gov')
    assert.include(letters.tom, 'The SFT Liaison there answers it.')
    assert.include(letters.pia, 'An organization administrator there answers it.')

    await lena.related('grants').query().delete()
    await ask(dol.id)
    const { tom: again } = await lettersFrom('tom@example.org')
    assert.notInclude(again, 'The SFT Liaison there answers it.')
    assert.include(again, 'they appoint an SFT Liaison, who answers it then.')
    assert.include(again, 'option 9')
  })

  test('whom nobody lists nobody asks, whatever is sent', async ({ assert }) => {
    const olive = await anOperator()
    await theCast()
    await ask(olive.organizationId)
    assert.lengthOf(await AccessRequest.all(), 0)
    assert.deepEqual(await kinds(), [])
  })

  test('whoever is not let in any more asks like everybody', async ({ assert }) => {
    const { ada, dol } = await theCast()
    const visitor = new Visitor()
    await visitor.signIn('ada', password)
    await dol.merge({ suspendedAt: now() }).save()
    await visitor.open(form)
    assert.include(visitor.page, 'Full name')
    await visitor.submit(form, { purpose: 'The folder SRR' }, form)
    assert.lengthOf(await AccessRequest.query().where('accountId', ada.id), 0)
  })
})

test.group('Request access under a flood', (group) => {
  group.each.setup(undone)

  const requests = async () => (await AccessRequest.all()).length

  test('from one network it closes, whatever addresses are given', async ({ assert }) => {
    const { dol } = await theCast()
    for (let at = 0; at < 11; at++) await ask(dol.id, { email: `a${at}@example.org` })
    assert.equal(await requests(), 11)
    const visitor = await ask(dol.id, { email: 'late@example.org' })
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'That was tried too often. Wait')
    assert.include(visitor.page, 'value="late@example.org"')
    assert.equal(await requests(), 11)
    assert.lengthOf(await Message.query().where('address', 'late@example.org'), 0)
  }).timeout(30_000)

  test('one address is mailed a few times only', async ({ assert }) => {
    const { dol } = await theCast()
    for (let at = 0; at < 6; at++) await ask(dol.id)
    const sent = await Message.query().where('kind', 'access_request_received')
    assert.lengthOf(sent, 4)
    assert.equal(await requests(), 1)
  })

  test('an agency closes for a short while only, and the others stay open', async ({ assert }) => {
    const { dol, opm } = await theCast()
    const id = `request:agency:${dol.id}`
    await Throttle.create({ id, failures: 110, lastFailedAt: now(), openAt: now() + day })
    await ask(dol.id)
    assert.equal(await requests(), 0)
    await ask(opm.id)
    assert.equal(await requests(), 1)
    await Throttle.query().where({ id }).update({ openAt: now() - 1 })
    await ask(dol.id, { email: 'other@example.org' })
    const throttle = await Throttle.findOrFail(id)
    assert.isAtMost(throttle.openAt - now(), 5 * 60_000)
  })

  test('a form that is far too long is refused before it is read', async ({ assert }) => {
    const { dol } = await theCast()
    const visitor = await ask(dol.id, { purpose: 'x'.repeat(300_000) })
    assert.equal(visitor.status, 413)
    assert.equal(await requests(), 0)
    assert.lengthOf(await Organization.query().where('id', dol.id), 1)
  })
})
