import AuditEntry from '#app/audit/audit_entry'
import { changeSubscription } from '#app/folders/subscriptions/subscription_change'
import { endSubscription } from '#app/folders/subscriptions/subscription_ending'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOffer } from '#tests/support/offers'
import { PlainBrowser } from '#tests/support/plain_browser'
import { tableOf } from '#tests/support/table'
import { test } from '@japa/runner'

const folder = 'Shared report of Department of Labor'

/** What the asked agency's liaison reads of it, the oldest first. */
async function told(query = '?kind=access', username = 'olga') {
  const browser = await PlainBrowser.signIn(username)
  await browser.open(`/liaison/activity${query}`)
  return tableOf(browser.html)
    .map(([, what]) => what)
    .toReversed()
}

test.group('The asked agency’s own trail', (group) => {
  group.each.setup(undone)

  test('tells what was asked, agreed to, changed and ended, and nothing of where it stands', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { lena, olga, otto, dol } = cast
    const offer = await anOffer(cast)
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const subscription = (await offer.accept(olga, otto))!
    const terms = { ...subscription.terms, level: 'viewer' as const } as any
    const changed = await changeSubscription(lena, subscription, { terms, isSigned: false })
    await endSubscription(luis, (changed as { changed: FolderSubscription }).changed)
    const lines = [
      `Lena Long (lena) of Department of Labor offered otto@example.gov access to Shared report`,
      `Olga Oak (olga) agreed that Otto Orr (otto) has access to ${folder}`,
      `Lena Long (lena) changed the access of Otto Orr (otto) to ${folder}: viewer from now on`,
      `Luis Lopez (luis) ended the access of Otto Orr (otto) to ${folder}`,
    ]
    assert.deepEqual(await told(), lines)
    assert.deepEqual((await told('?person=otto')).slice(1), lines)
    const theirs = await AuditEntry.query().where('organizationId', cast.opm.id)
    assert.notMatch(JSON.stringify(theirs), /Incoming|SRR/)
    assert.notInclude(JSON.stringify(theirs), cast.incoming.id)
  })

  test('tells what was declined and what was taken back', async ({ assert }) => {
    const cast = await theCast()
    const first = await anOffer(cast)
    await first.decline(cast.olga, 'He left the project')
    const second = await anOffer(cast)
    await second.withdraw(cast.lena, 'A mistake')
    await second.decline(cast.olga, 'Too late')
    const [, declined, , withdrawn, ...more] = await told()
    assert.equal(
      declined,
      `Olga Oak (olga) declined that otto@example.gov gets access to ${folder}: He left the project`
    )
    assert.equal(withdrawn, `The offer of ${folder} to otto@example.gov waits no longer: A mistake`)
    assert.lengthOf(more, 0)
  })

  test('has nothing of what one agency does with its own people', async ({ assert }) => {
    const { lena, incoming, ada } = await theCast()
    const own = await FolderSubscription.query().where({ folderId: incoming.id, accountId: ada.id })
    await endSubscription(lena, own[0])
    assert.lengthOf(await AuditEntry.query().where('event', 'like', 'consent.%'), 0)
  })
})
