import { accessByRoute } from '#app/doors/http/access/declared_access'
import { deleteFile } from '#app/files/deleting/file_deletion'
import type File from '#app/files/file'
import Departure from '#app/folders/departures/departure'
import AccessReview from '#app/folders/reviews/access_review'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { aVisitor as aStranger } from '#app/audit/actor'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { askContacts } from '#app/support/freshness/confirmations/asking'
import EntryReport from '#app/support/freshness/reports/entry_report'
import { fileReport } from '#app/support/freshness/reports/reporting'
import { theirAnnouncements } from '#tests/support/announcements'
import { removeEntry } from '#app/support/records/editing'
import { publish } from '#app/support/records/publishing'
import { person as aPerson, theCast } from '#tests/support/cast'
import { previewed, tableOf } from '#tests/support/imports'
import { anOperator } from '#tests/support/operators'
import { anOffer } from '#tests/support/offers'
import { aRequest } from '#tests/support/requests'
import { undone } from '#tests/support/database'
import { anAsked } from '#tests/support/help_requests'
import { aFullRecord, anEntry } from '#tests/support/records'
import { received } from '#tests/support/received'
import { confirmationLink } from '#tests/support/freshness'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf, aVisitor } from '#tests/support/visiting'
import { zoomFaultsOf } from '#tests/support/zoom_faults'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Every address that answers GET, with an object of Ada's or of DOL's for each id. */
async function addresses(cast: Cast, file: File) {
  const { ada, incoming, dol, lena } = cast
  const gone = await aPerson(dol, 'gone', 'Gone Green')
  const leaving = await Departure.begin(lena, gone, { leftAt: now(), homeDays: 30 })
  const samples: Record<string, string> = {
    'folders': incoming.id,
    'files': file.id,
    'receipts': file.code,
    'accounts': ada.id,
    'organizations': dol.id,
    'liaisons': lena.id,
    'requests': (await anAsked(ada)).id,
    'help-requests': (await anAsked(ada, { happened: 'Another one.' })).id,
    'access-requests': (await aRequest(dol)).id,
    'subscriptions': (await FolderSubscription.findByOrFail('accountId', ada.id)).id,
    'offers': (await anOffer(cast)).id,
    'reviews': (await AccessReview.start(lena, dol))!.id,
    'imports': (await previewed(lena, tableOf(3))).id,
    'departures': (leaving as { departure: Departure }).departure.id,
    ...(await quickReference(lena)),
  }
  return accessByRoute(router)
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern.replace('*', 'no/such/place'))
    .map(await theirAnnouncements(lena))
    .map((pattern) =>
      pattern.replace(/([a-z_-]+)\/:\w+/g, (_, noun) => `${noun}/${samples[noun] ?? 'unknown'}`)
    )
}

/** A record with something of every kind, an edition of it, and a draft; what was reported, and asked by mail. */
async function quickReference(lena: Cast['lena']) {
  const { program, owner } = await aFullRecord(lena)
  await publish(lena, program)
  await askContacts(lena, program, ({ id }) => id === owner.id)
  const link = await confirmationLink('ada@example.gov')
  await inTransaction((trx) => fileReport({ actor: aStranger(), program, what: 'She moved.' }, trx))
  const edition = (await program.published())!
  await removeEntry(lena, program, owner.id)
  await anEntry(lena, program, 'owner', { name: 'Otto Orr' })
  const [entry] = (await program.draft())!.entries
  return {
    'programs': program.id,
    'quick-references': program.id,
    'entries': entry.id,
    'editions': edition.id,
    'confirmations': link.split('/').at(-1)!,
    'reports': (await EntryReport.firstOrFail()).id,
  }
}

/** Only what a person looks at here: no downloads, no answers for machines, no file as it is, no way elsewhere. */
async function isPage(page: Page, address: string) {
  const response = await page.request.get(address)
  const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers()
  const isThere = new URL(response.url()).pathname === address
  return isThere && type.startsWith('text/html') && !policy.includes('sandbox')
}

test.group('Every page', (group) => {
  group.each.setup(undone)

  test('is sound for {person}, {manner}, at {widths} px')
    .with([
      { person: 'nobody', manner: 'with scripts', widths: [1280, 320] },
      { person: 'ada', manner: 'with scripts', widths: [1280, 900, 840, 320] },
      { person: 'ada', manner: 'without scripts', widths: [320] },
      { person: 'ada', manner: 'in the dark', widths: [1280] },
      { person: 'lena', manner: 'with scripts', widths: [1280, 320] },
      { person: 'olive', manner: 'with scripts', widths: [1280, 320] },
    ] as const)
    .timeout(600_000)
    .run(async ({ assert, browser }, { person, manner, widths }) => {
      const cast = { ...(await theCast()), olive: await anOperator() }
      const file = await received(cast.incoming, cast.ada, 'notes.txt', 'hello')
      const other = await received(cast.incoming, cast.ada, 'list.csv', 'a,b')
      await deleteFile(cast.ada, other)
      const eyes = {
        scripts: manner === 'without scripts' ? ('unloaded' as const) : true,
        dark: manner === 'in the dark',
      }
      const page = await (person === 'nobody'
        ? aVisitor(browser, eyes)
        : aBrowserOf(cast[person], browser, eyes))

      for (const address of await addresses(cast, file)) {
        if (!(await isPage(page, address))) continue
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          await page.goto(address)
          assert.deepEqual(await faultsOf(page), [], `${address} at ${width} px`)
        }
      }
      await page.context().close()
    })

  test('can be read and used at twice its size by {$self}')
    .with(['nobody', 'ada'] as const)
    .timeout(600_000)
    .run(async ({ assert, browser }, person) => {
      const cast = await theCast()
      const file = await received(cast.incoming, cast.ada, 'notes.txt', 'hello')
      const long = `${'a-long-name-without-a-space-in-it-'.repeat(5)}.csv`
      await received(cast.incoming, cast.ada, long, 'a,b')
      const other = await received(cast.incoming, cast.ada, 'list.csv', 'a,b')
      await deleteFile(cast.ada, other)
      const eyes = { enlarged: true }
      const page = await (person === 'nobody'
        ? aVisitor(browser, eyes)
        : aBrowserOf(cast[person], browser, eyes))

      for (const address of await addresses(cast, file)) {
        if (!(await isPage(page, address))) continue
        await page.goto(address)
        assert.deepEqual(await zoomFaultsOf(page), [], address)
      }
      await page.context().close()
    })
})
