import Departure from '#app/folders/departures/departure'
import AccountImport from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theService } from '#app/audit/actor'
import { day, hour, now } from '#app/shared/clock'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { header, previewed, tableOf } from '#tests/support/imports'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

const broken = [
  header,
  'p1,Nia Novak,nobody,31.12.2090,otto,/DOL/Nowhere,boss',
  'ada,"A person whose name is as long as names can be",a.very.long.address.of.a.person@department-of-labor.example.gov,2001-01-01,,/DOL,',
].join('\n')

/** Each page of imports and departures, with something on it. */
async function addresses({ lena, ada, opm, olga, dol }: Awaited<ReturnType<typeof theCast>>) {
  const fine = await previewed(lena, tableOf(60, '/DOL/SRR,viewer'))
  const bad = await previewed(lena, broken)
  const running = await previewed(lena, tableOf(30).replaceAll(/p(?=\d)/g, 'r'))
  await AccountImport.query()
    .where('id', running.id)
    .update({ status: 'preparing', runId: running.id, preparedAt: now(), preparedCount: 12 })
  const done = await previewed(lena, tableOf(3).replaceAll(/p(?=\d)/g, 'q'))
  await applyByMail(lena, done)
  await Account.query()
    .where('username', 'q1')
    .update({ lastSignedInAt: now() - hour })

  const policy = await Folder.make(theService, { name: 'Policy', organizationId: opm.id })
  await FolderSubscription.start(olga, policy, ada, 'viewer')
  const guest = await person(dol, 'guest', 'Gus Guest')
  await guest.merge({ sponsorId: ada.id, endsAt: now() + 30 * day }).save()
  await signedIn(ada)
  const gone = await person(dol, 'gone', 'Gwen Gone')
  await Departure.begin(lena, gone, { leftAt: now() - 30 * hour, homeDays: 30, note: 'Retired' })
  const leaving = await person(dol, 'leaving', 'Leo Leaving')
  await Departure.begin(lena, leaving, { leftAt: now() + day, homeDays: 30 })
  const departures = await Departure.all()
  return [
    '/liaison/imports',
    '/liaison/imports/create',
    ...[fine, bad, running, done].map(({ id }) => `/liaison/imports/${id}`),
    `/liaison/imports/${bad.id}/edit`,
    `/liaison/imports/${done.id}/undos/create`,
    '/liaison/departures',
    ...departures.map(({ id }) => `/liaison/departures/${id}`),
    `/liaison/accounts/${ada.id}/departure/create`,
  ]
}

test.group('Pages of imports and departures', (group) => {
  group.each.setup(undone)

  test('are sound at 1280 and at 320 px')
    .timeout(300_000)
    .run(async ({ assert, browser }) => {
      const cast = await theCast()
      const page = await aBrowserOf(cast.lena, browser)
      let n = 0
      for (const address of await addresses(cast)) {
        n++
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          const answer = await page.goto(address)
          assert.equal(answer!.status(), 200, address)
          if (process.env.SHOTS)
            await page.screenshot({
              path: `${process.env.SHOTS}/${n}-${width}.png`,
              fullPage: true,
            })
          assert.deepEqual(await faultsOf(page), [], `${address} at ${width} px`)
        }
      }
      await page.context().close()
    })
})
