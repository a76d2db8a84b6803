import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { countMarks } from '#app/support/freshness/record_marks'
import Program from '#app/support/records/program'
import { createProgram, retireProgram } from '#app/support/records/program_keeping'
import QuickReference from '#app/support/records/quick_reference'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aPublishedProgram, put } from '#tests/support/freshness'
import { anOperator } from '#tests/support/operators'
import { PressingBrowser } from '#tests/support/pressing_browser'
import { publish } from '#app/support/records/publishing'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

const page = '/operations/quick-references'

const placesOf = (text: string, ...names: string[]) => names.map((name) => text.indexOf(name))

test.group('Quick references of all agencies', (group) => {
  group.each.setup(undone)

  test('stand the worst first, with mark, findings, review and whether they are stale', async ({
    assert,
  }) => {
    const { lena, olga } = await theCast()
    await anOperator()
    const { program } = await aPublishedProgram(lena, 'Better')
    await put(lena, program, 'administrator', { name: 'Cid Cole', phone: '860-555-0101' })
    await publish(lena, program)
    await aPublishedProgram(olga, 'Worse')
    await createProgram(lena, 'Unpublished')
    const retired = await aPublishedProgram(lena, 'Retired')
    await retireProgram(lena, retired.program)
    await QuickReference.query()
      .whereNotNull('publishedAt')
      .update({ publishedAt: now() - 91 * day })
    await countMarks(now())

    const browser = await PressingBrowser.signIn('olive')
    await browser.open('/operations')
    assert.include(browser.text, 'Quick references')
    await browser.open(page)
    const [worse, better] = placesOf(browser.text, 'Worse', 'Better')
    assert.isAbove(worse, 0)
    assert.isAbove(better, worse)
    assert.notMatch(browser.text, /Unpublished|Retired|vault|Room 17/)
    assert.match(browser.text, /\d+ of 18 duties filled/)
    assert.include(browser.text, 'No delegated administrator is named')
    assert.include(browser.text, 'Stale since')
    assert.include(browser.text, 'Never')
  })

  test('are the operators’ alone', async ({ assert }) => {
    const { lena } = await theCast()
    await aPublishedProgram(lena)
    for (const username of ['ada', 'lena', 'olga']) {
      const browser = await PressingBrowser.signIn(username)
      await browser.open(page)
      assert.equal(browser.status, 403)
      assert.notInclude(browser.text, 'duties filled')
    }
  })

  test('are counted anew as accounts and days go by', async ({ assert }) => {
    const { lena, ada } = await theCast()
    await anOperator()
    await aPublishedProgram(lena)
    const browser = await PressingBrowser.signIn('olive')
    await browser.open(page)
    assert.notInclude(browser.text, 'Ada Adams has left')
    await ada.merge({ deactivatedAt: now() }).save()
    await browser.open(page)
    assert.include(browser.text, 'Ada Adams has left')
    assert.deepEqual(await countMarks(now()), { counted: 1 })
  })

  test('are paged by key, each of many once', async ({ assert }) => {
    const { lena, dol } = await theCast()
    await anOperator()
    const { program } = await aPublishedProgram(lena, 'First')
    const { entries } = (await program.published())!
    await inTransaction(async (trx) => {
      for (let n = 1; n <= 119; n++) {
        const named = { organizationId: dol.id, name: `P${n}.`, nameKey: `p${n}.` }
        const { id } = await Program.create(named, { client: trx })
        const edition = { programId: id, number: 1, publishedAt: now(), id: uuidv7() }
        const some = entries.slice(0, n % 4)
        await QuickReference.create({ ...edition, entries: some }, { client: trx })
      }
    })
    await countMarks(now())
    const browser = await PressingBrowser.signIn('olive')
    const seen: string[] = []
    for (let address: string | undefined = page; address;) {
      await browser.open(address)
      seen.push(
        ...Array.from(browser.html.matchAll(/quick-references\/([0-9a-f-]{36})"/g), ([, id]) => id)
      )
      address = /href="([^"]+)" rel="next"/.exec(browser.html)?.[1].replaceAll('&amp;', '&')
      if (address?.startsWith('?')) address = page + address
    }
    assert.lengthOf(seen, 120)
    assert.lengthOf(new Set(seen), 120)
  })
})
