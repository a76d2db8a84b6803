import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { hour, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import Absence from '#app/support/escalation/absence'
import { password, person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { aClock } from '#tests/support/later'
import { anOperator } from '#tests/support/operators'
import { received } from '#tests/support/received'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

const of = ({ id }: { id: string }) => `/help-desk/accounts/${id}`
const lookUps = () => AuditEntry.query().where('event', 'account.looked_up')

async function calling() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  return { ...cast, visitor: await new Visitor().signIn('hank', password) }
}

test.group('A person, as the help desk sees one', (group) => {
  group.each.setup(undone)

  test('of any organization: how the account stands, the latest sign-ins with reasons, the liaison', async ({
    assert,
  }) => {
    const { ada, dol, lena, visitor } = await calling()
    await lena.merge({ phone: '860-555-0110' }).save()
    await dol.merge({ helpDeskName: 'DOL IT', helpDeskPhone: '860-555-0100' }).save()
    await ada.merge({ mustChangePassword: true }).save()
    await new Visitor().signIn('ada', 'wrong')
    await new Visitor().signIn('ada', password)
    const { page, status } = await visitor.open(of(ada))
    assert.equal(status, 200)
    for (const words of [
      'Ada Adams',
      'Department of Labor',
      'Must change password.',
      'Signed in now at 1 place.',
      'Could not sign in: User name or password is not correct.',
      'Lena Long',
      '860-555-0110',
      'lena@example.gov',
      'DOL IT',
      '860-555-0100',
      '/DOL/SRR/Incoming',
      'Contributor',
      'Has a home folder.',
      'Start a reset',
      'End sessions',
    ]) {
      assert.include(page, words)
    }
    for (const words of ['>Unlock<', 'Second factor', '>Send the activation mail again<']) {
      assert.notInclude(page, words)
    }
  })

  test('a locked, a waiting, an ended account and a suspended organization are told in words', async ({
    assert,
  }) => {
    const { ada, lena, otto, opm, visitor } = await calling()
    await inTransaction(async (trx) => {
      for (let n = 0; n < 8; n++) await Throttle.take('account:x', brakes.account, trx, 'ada')
    })
    await ada.merge({ passwordHash: null }).save()
    const locked = await visitor.open(of(ada))
    assert.include(locked.page, 'Locked.')
    assert.include(locked.page, 'Waiting for activation.')
    assert.include(locked.page, '>Unlock<')
    assert.include(locked.page, '>Send the activation mail again<')
    assert.notInclude(locked.page, '>Start a reset<')

    await AccountDeactivation.begin(theService, ada, 'On leave')
    const ended = await visitor.open(of(ada))
    assert.include(ended.page, 'Deactivated.')
    assert.include(ended.page, '“On leave”')
    assert.notInclude(ended.page, '>Send the activation mail again<')

    await opm.merge({ suspendedAt: now() }).save()
    assert.include((await visitor.open(of(otto))).page, 'Organization suspended.')
    await lena.merge({ email: null }).save()
    assert.include((await visitor.open(of(lena))).page, 'no link can be mailed')
  })

  test('holds no name of a file, nor how many there are', async ({ assert }) => {
    const { ada, incoming, adasHome, visitor } = await calling()
    await received(incoming, ada, 'secret-list.csv', 'a,b')
    await received(adasHome, ada, 'my-own-letter.txt', 'dear')
    const { page } = await visitor.open(of(ada))
    for (const words of ['secret-list', 'my-own-letter', '1 file']) assert.notInclude(page, words)
  })

  test('whose subscription is over sees it nowhere in the list', async ({ assert }) => {
    const { ada, srr, visitor } = await calling()
    const terms = { level: 'viewer' as const, expiresAt: now() + hour }
    const subscription = await FolderSubscription.start(theService, srr, ada, terms)
    const listed = (page: string) => page.includes('>/DOL/SRR\n')
    assert.isTrue(listed((await visitor.open(of(ada))).page))
    await subscription.merge({ expiresAt: now() - 1 }).save()
    assert.isFalse(listed((await visitor.open(of(ada))).page))
  })

  test('each look is on record once an hour, where the person’s liaison reads it', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { ada, dol, hank, visitor } = await calling()
    await visitor.open(of(ada))
    await visitor.open(of(ada))
    const [entry, ...others] = await lookUps()
    assert.isEmpty(others)
    assert.include(entry.$attributes, {
      actorId: hank.id,
      subjectId: ada.id,
      organizationId: dol.id,
    })
    const lena = await new Visitor().signIn('lena', password)
    await lena.open('/liaison/activity')
    assert.include(lena.page, 'Hank Hall (hank) opened the account of Ada Adams (ada) for a caller')
    await lena.open(`/liaison/accounts/${ada.id}`)
    assert.include(lena.page, 'Hank Hall (hank) opened the account of Ada Adams')

    clock.pass(hour + 1000)
    const again = await new Visitor().signIn('hank', password)
    await again.open(of(ada))
    assert.lengthOf(await lookUps(), 2)
  })

  test('another one who answers, and another person, are recorded by themselves', async ({
    assert,
  }) => {
    const { ada, otto, visitor } = await calling()
    await anOperator()
    const olive = await new Visitor().signIn('olive', password)
    for (const [who, whom] of [
      [visitor, ada],
      [visitor, otto],
      [olive, ada],
    ] as const) {
      assert.equal((await who.open(of(whom))).status, 200)
    }
    assert.lengthOf(await lookUps(), 3)
  })

  test('shows what may be done with those who look after the service: nothing', async ({
    assert,
  }) => {
    const { hank, visitor } = await calling()
    const olive = await anOperator()
    await signedIn(olive)
    const { page } = await visitor.open(of(olive))
    assert.include(page, 'the help desk cannot act on it')
    for (const words of ['>Start a reset<', '>End sessions<']) assert.notInclude(page, words)
    assert.include((await visitor.open(of(hank))).page, 'Nobody does this to themselves.')
  })

  test('is nothing for a liaison, for Ada, for nobody; unknown people are not found', async ({
    assert,
  }) => {
    const { ada, visitor } = await calling()
    for (const name of ['ada', 'lena', 'olga']) {
      const other = await new Visitor().signIn(name, password)
      assert.equal((await other.open(of(ada))).status, 403, name)
    }
    assert.equal((await new Visitor().open(of(ada))).location, '/sign-in')
    assert.equal((await visitor.open(of({ id: uuidv7() }))).status, 404)
    assert.isEmpty(await lookUps())
  })

  test('leads to a partner’s administrator, and says if nobody speaks', async ({ assert }) => {
    const { otto, olga, opm, visitor } = await calling()
    await olga.merge({ deactivatedAt: now() }).save()
    assert.include((await visitor.open(of(otto))).page, 'Nobody speaks for')
    await person(opm, 'petra', 'Petra Pine', 'organization_administrator')
    const { page } = await visitor.open(of(otto))
    assert.include(page, 'Petra Pine, organization administrator')
  })
})

test.group('A liaison who is absent', (group) => {
  group.each.setup(undone)

  test('stands last, with until when: on the person’s page and where something is explained', async ({
    assert,
  }) => {
    const { ada, dol, lena, visitor } = await calling()
    await person(dol, 'zoe', 'Zoe Zimmer', 'liaison')
    const away = { organizationId: dol.id, name: lena.fullName, email: lena.email }
    await Absence.create({ ...away, fromAt: now() - hour, untilAt: now() + hour })
    await ada.merge({ deactivatedAt: now() }).save()
    for (const page of ['', '/explanation?what=sign_in']) {
      const { page: html } = await visitor.open(`${of(ada)}${page}`)
      assert.isBelow(html.indexOf('Zoe Zimmer'), html.indexOf('Lena Long'), page)
      assert.include(html, 'Absent until')
    }
    assert.include(visitor.page, 'Please turn to Zoe Zimmer')
  })
})
