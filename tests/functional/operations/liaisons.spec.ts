import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { agency, person, signedIn, theCast } from '#tests/support/cast'
import { aRequest } from '#tests/support/requests'
import { undone } from '#tests/support/database'
import { lettersFrom } from '#tests/support/letters'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

async function operating() {
  const cast = await theCast()
  const olive = await anOperator()
  const browser = await PlainBrowser.signIn('olive')
  const page = `/operations/organizations/${cast.dol.id}`
  await browser.open(page)
  const appoint = async (who: string, rank: string, more = {}) => {
    await browser.open(`${page}/liaisons/create`)
    return browser.send(`${page}/liaisons`, { person: who, rank, ...more })
  }
  return { ...cast, olive, browser, page, appoint }
}

/** Who is liaison of an organization, by user name, with the places. */
async function liaisons(organizationId: string) {
  const roles = await AccountRole.query().where('role', 'liaison')
  const accounts = await Account.query().where({ organizationId })
  return Object.fromEntries(
    accounts
      .map(
        ({ id, username }) => [username, roles.find(({ accountId }) => accountId === id)] as const
      )
      .filter(([, role]) => role)
      .map(([username, role]) => [username, role!.rank])
  )
}

const kinds = async () => (await Message.query().orderBy('id')).map(({ kind }) => kind)

test.group('Liaisons, for the operator', (group) => {
  group.each.setup(undone)

  test('somebody of the agency becomes the alternate, hears of it, and signs in anew', async ({
    assert,
  }) => {
    const { ada, dol, lena, olive, appoint, browser } = await operating()
    await signedIn(ada)
    await appoint('lena', '1')
    await Message.query().delete()
    await appoint('ada', '2')
    assert.include(browser.text, 'Ada Adams is the alternate liaison of Department of Labor now.')
    assert.deepEqual(await liaisons(dol.id), { lena: 1, ada: 2 })

    const role = await AccountRole.findByOrFail('accountId', ada.id)
    assert.equal(role.grantedBy, olive.id)
    const session = await AccountSession.findByOrFail('accountId', ada.id)
    assert.include(session.$attributes, { endedBecause: 'role_changed', endedBy: olive.id })
    const entry = await AuditEntry.query().where({ event: 'liaison.appointed', subjectId: ada.id })
    assert.deepEqual(entry[0].details, { rank: 'alternate liaison' })

    const letters = await lettersFrom('ada@example.gov', 'lena@example.gov')
    assert.include(letters.ada, 'you are the alternate liaison of Department of Labor')
    assert.include(letters.lena, 'Ada Adams is the alternate liaison of Department of Labor now.')
    assert.lengthOf(await kinds(), 2)
    assert.equal((await Account.findOrFail(lena.id)).deactivatedAt, null)
  })

  test('the place that is taken moves over; when both are taken nothing changes', async ({
    assert,
  }) => {
    const { dol, appoint, browser } = await operating()
    const nia = await person(dol, 'nia', 'Nia Novak')
    await appoint('lena', '1')
    await appoint('ada', '1')
    assert.deepEqual(await liaisons(dol.id), { lena: 2, ada: 1 })

    await appoint('nia', '1')
    assert.include(browser.text, 'Ada Adams has this place, and the other one is taken, too.')
    assert.deepEqual(await liaisons(dol.id), { lena: 2, ada: 1 })
    assert.isNull(await AccountRole.findBy('accountId', nia.id))

    await appoint('ada', '1')
    assert.include(
      browser.text,
      'Ada Adams was the primary liaison of Department of Labor already.'
    )
  })

  test('the two change places, and keep their sessions: the role is the same', async ({
    assert,
  }) => {
    const { ada, dol, lena, page, appoint, browser } = await operating()
    await appoint('lena', '1')
    await appoint('ada', '2')
    await signedIn(lena)
    await browser.open(page)
    await browser.send(`${page}/liaisons/${ada.id}/promotions`)
    assert.include(browser.text, 'Ada Adams is the primary liaison now.')
    assert.deepEqual(await liaisons(dol.id), { lena: 2, ada: 1 })
    const open = await AccountSession.query().where('accountId', lena.id).whereNull('endedAt')
    assert.lengthOf(open, 1)
    await browser.send(`${page}/liaisons/${ada.id}/promotions`)
    assert.include(browser.text, 'was the primary liaison already')
  })

  test('a person of another agency, or nobody, is not found: {$self}')
    .with(['otto', 'otto@example.gov', 'nobody', '<b>', 'olive'])
    .run(async ({ assert }, who) => {
      const { dol, appoint, browser } = await operating()
      await appoint(who, '2', { organization_id: dol.id, role: 'operator' })
      assert.include(browser.text, 'Nobody at Department of Labor is known as')
      assert.deepEqual(await liaisons(dol.id), { lena: null })
      assert.deepEqual(await kinds(), [])
    })

  test('whoever is not active cannot be appointed', async ({ assert }) => {
    const { ada, dol, appoint, browser } = await operating()
    await ada.merge({ deactivatedAt: now() }).save()
    await appoint('ada', '2')
    assert.include(browser.text, 'Only somebody with an active account can be a liaison.')
    assert.deepEqual(await liaisons(dol.id), { lena: null })
  })

  test('added fields grant nothing', async ({ assert }) => {
    const { ada, appoint } = await operating()
    const more = { role: 'operator', roles: 'operator', account_id: ada.id, granted_by: ada.id }
    await appoint('ada', '2', { ...more, organizationId: 'x', status: 'active' })
    const roles = await AccountRole.query().where('accountId', ada.id)
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['liaison']
    )
    assert.notEqual(roles[0].grantedBy, ada.id)
    await appoint('ada', '3')
    assert.equal((await AccountRole.findByOrFail('accountId', ada.id)).rank, 2)
  })

  test('one of two is dismissed; the last one never', async ({ assert }) => {
    const { ada, dol, lena, page, appoint, browser } = await operating()
    await appoint('ada', '2')
    await signedIn(ada)
    await Message.query().delete()
    await browser.open(`${page}/liaisons/${ada.id}/dismissals/create`)
    await browser.send(`${page}/liaisons/${ada.id}/dismissals`)
    assert.include(browser.text, 'Ada Adams is no liaison any more.')
    assert.deepEqual(Object.keys(await liaisons(dol.id)), ['lena'])
    assert.equal(
      (await AccountSession.findByOrFail('accountId', ada.id)).endedBecause,
      'role_changed'
    )
    assert.exists(await AuditEntry.findBy({ event: 'liaison.dismissed', subjectId: ada.id }))
    const letters = await lettersFrom('ada@example.gov', 'lena@example.gov')
    assert.include(letters.ada, 'you are no SFT Liaison of Department of Labor any more')
    assert.include(letters.lena, 'Ada Adams is no SFT Liaison of Department of Labor any more')

    await browser.open(`${page}/liaisons/${lena.id}/dismissals/create`)
    assert.include(
      browser.text,
      'the agency would have no SFT Liaison. Appoint another liaison first.'
    )
    await browser.open(page)
    const refused = await browser.send(`${page}/liaisons/${lena.id}/dismissals`)
    assert.equal(refused.status, 403)
    assert.deepEqual(Object.keys(await liaisons(dol.id)), ['lena'])
    assert.lengthOf(await AuditEntry.query().where('event', 'liaison.dismissed'), 1)
  })

  test('whoever left counts for nobody: the other one is the last, and the place is free', async ({
    assert,
  }) => {
    const { ada, dol, lena, page, appoint, browser } = await operating()
    await appoint('lena', '1')
    await appoint('ada', '2')
    await ada.merge({ deactivatedAt: now() }).save()
    await browser.open(page)
    const refused = await browser.send(`${page}/liaisons/${lena.id}/dismissals`)
    assert.equal(refused.status, 403)
    await person(dol, 'nia', 'Nia Novak')
    await appoint('nia', '2')
    assert.deepEqual(await liaisons(dol.id), { lena: 1, ada: null, nia: 2 })
  })

  test('nobody changes their own roles', async ({ assert }) => {
    const { olive, browser, opm } = await operating()
    const own = `/operations/organizations/${olive.organizationId}`
    await browser.open(`${own}/liaisons/create`)
    const refused = await browser.send(`${own}/liaisons`, { person: 'olive', rank: '1' })
    assert.equal(refused.status, 403)
    assert.include(browser.text, 'Nobody changes their own roles.')
    await olive.related('grants').create({ role: 'liaison', rank: 1 })
    await browser.open(own)
    assert.include(browser.text, 'Another operator changes your roles.')
    const undoing = await browser.send(`${own}/liaisons/${olive.id}/dismissals`)
    assert.equal(undoing.status, 403)
    assert.deepEqual(await liaisons(olive.organizationId), { olive: 1 })
    const elsewhere = `/operations/organizations/${opm.id}/liaisons/${olive.id}/dismissals`
    await browser.open(own)
    assert.equal((await browser.send(elsewhere)).status, 404)
  })

  test('a new agency gets its first liaison, with account, home folder and a mailed link', async ({
    assert,
  }) => {
    const { dol, page, browser } = await operating()
    await browser.open(`${page}/liaisons/create`)
    await browser.send(`${page}/new-liaisons`, {
      ...{ full_name: 'Nia Novak', username: 'dol.nia', email: 'nia@example.gov' },
      ...{ phone: '1', title: 'Chief', new_rank: '1', role: 'operator', password: 'chosen-one-7' },
    })
    assert.include(browser.text, 'The account of Nia Novak is open.')
    const nia = await Account.findByOrFail('username', 'dol.nia')
    assert.include(nia.$attributes, { organizationId: dol.id, passwordHash: null, title: 'Chief' })
    assert.equal((await Folder.homeOf(nia))!.organizationId, dol.id)
    assert.deepEqual(await liaisons(dol.id), { 'lena': null, 'dol.nia': 1 })
    assert.lengthOf(await AccountRole.query().where('accountId', nia.id), 1)
    assert.include(await kinds(), 'account_opened')

    await browser.open(`${page}/liaisons/create`)
    await browser.send(`${page}/new-liaisons`, {
      ...{ full_name: 'Other', username: 'LENA', email: 'x', new_rank: '2' },
    })
    assert.include(browser.text, 'This is no mail address.')
    await browser.open(`${page}/liaisons/create`)
    await browser.send(`${page}/new-liaisons`, {
      ...{ full_name: 'Other', username: 'LENA', email: 'x@example.gov', new_rank: '2' },
    })
    assert.include(browser.text, 'The user name LENA is taken.')
    assert.isNull(await Account.findBy('fullName', 'Other'))
  })

  test('when both places are taken no account is left behind', async ({ assert }) => {
    const { page, appoint, browser } = await operating()
    await appoint('lena', '1')
    await appoint('ada', '2')
    await browser.open(`${page}/liaisons/create`)
    await browser.send(`${page}/new-liaisons`, {
      ...{ full_name: 'Nia Novak', username: 'dol.nia', email: 'nia@example.gov', new_rank: '2' },
    })
    assert.include(browser.text, 'Ada Adams has this place')
    assert.isNull(await Account.findBy('username', 'dol.nia'))
    assert.notInclude(await kinds(), 'account_opened')
  })

  test('a partner has no liaisons', async ({ assert }) => {
    const { browser, dol, page } = await operating()
    await dol.merge({ kind: 'partner' }).save()
    await browser.open(`${page}/liaisons/create`)
    const refused = await browser.send(`${page}/liaisons`, { person: 'ada', rank: '2' })
    assert.equal(refused.status, 403)
    await browser.open(`${page}/liaisons/create`)
    const opening = await browser.send(`${page}/new-liaisons`, {
      ...{ full_name: 'Nia Novak', username: 'dol.nia', email: 'nia@example.gov', new_rank: '2' },
    })
    assert.equal(opening.status, 403)
    assert.isNull(await Account.findBy('username', 'dol.nia'))
  })

  test('nobody becomes a liaison whose account ends, or who has a sponsor', async ({ assert }) => {
    const { ada, dol, lena, appoint, browser } = await operating()
    await ada.merge({ endsAt: now() + 9 * day }).save()
    await appoint('ada', '2')
    assert.include(browser.text, 'The account of Ada Adams has an end date')
    assert.include(browser.text, 'Appoint')
    await ada.merge({ sponsorId: lena.id }).save()
    await appoint('ada', '2')
    assert.include(browser.text, 'Ada Adams is an outside person with a sponsor.')
    assert.deepEqual(Object.keys(await liaisons(dol.id)), ['lena'])
    assert.deepEqual(await kinds(), [])
  })

  test('who is appointed where requests wait is told of them', async ({ assert }) => {
    const { browser, appoint } = await operating()
    const weather = await agency('Weather Office', 'WX')
    await person(weather, 'wanda', 'Wanda West')
    await aRequest(weather)
    await browser.open('/operations')
    assert.match(browser.text, /Agencies without any liaison\s+\d/)
    await browser.open('/operations/organizations?standing=without_liaison')
    assert.include(browser.text, 'Weather Office')
    assert.notInclude(browser.text, 'Department of Labor')
    await browser.open(`/operations/organizations/${weather.id}`)
    assert.include(browser.text, '1 request waits here for an answer that nobody can give.')
    await browser.open(`/operations/organizations/${weather.id}/liaisons/create`)
    await browser.send(`/operations/organizations/${weather.id}/liaisons`, {
      ...{ person: 'wanda', rank: '1' },
    })
    const { wanda } = await lettersFrom('wanda@example.gov')
    assert.include(wanda, 'Tom Tall (tom@example.org) asks for access')
    await Message.query().delete()
    await appoint('ada', '2')
    assert.notInclude(await kinds(), 'requests_digest')
  })
})
