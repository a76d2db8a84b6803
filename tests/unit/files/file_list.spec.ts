import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theService } from '#app/audit/actor'
import { listFiles, sorts, type Wanted } from '#app/files/file_list'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile, someFiles } from '#tests/support/files'
import { test } from '@japa/runner'

const usual: Wanted = { sort: 'name', order: 'asc', place: {} }

test.group('The listing of a folder', (group) => {
  group.each.setup(undone)

  const names = async (...asked: Parameters<typeof listFiles>) =>
    (await listFiles(...asked)).rows.map(({ name }) => name)

  test('is in the order of names, without regard to case', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await someFiles(adasHome, ada, ['b.txt', 'A.txt', 'Ünder.txt', 'c.txt'])
    assert.deepEqual(await names(ada, adasHome, usual), ['A.txt', 'b.txt', 'c.txt', 'Ünder.txt'])
    assert.deepEqual(await names(ada, adasHome, { ...usual, order: 'desc' }), [
      'Ünder.txt',
      'c.txt',
      'b.txt',
      'A.txt',
    ])
  })

  test('is sorted by size, date and purge, equals by their age', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await aFile(adasHome, ada, 'one', { sizeBytes: 10, receivedAt: 3000, purgeAt: 9000 })
    await aFile(adasHome, ada, 'two', { sizeBytes: 9, receivedAt: 1000, purgeAt: 9000 })
    await aFile(adasHome, ada, 'three', { sizeBytes: 10, receivedAt: 2000, purgeAt: 8000 })
    assert.deepEqual(await names(ada, adasHome, { ...usual, sort: 'size' }), [
      'two',
      'one',
      'three',
    ])
    assert.deepEqual(await names(ada, adasHome, { ...usual, sort: 'date' }), [
      'two',
      'three',
      'one',
    ])
    assert.deepEqual(await names(ada, adasHome, { ...usual, sort: 'purged' }), [
      'three',
      'one',
      'two',
    ])
  })

  test('finds by what can stand in a name, whatever a door was given', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    await someFiles(adasHome, ada, ['b.txt', 'c.txt'])
    assert.deepEqual(await names(ada, adasHome, { ...usual, name: ' b\0.t' }), ['b.txt'])
  })

  test('has the same pages from either end, in each order', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    for (let number = 0; number < 120; number++) {
      const even = { sizeBytes: number % 7, receivedAt: number % 5, purgeAt: number % 3 }
      await aFile(adasHome, ada, `file ${number}.txt`, even)
    }
    for (const sort of sorts) {
      for (const order of ['asc', 'desc'] as const) {
        const page = (place: Wanted['place']) => listFiles(ada, adasHome, { sort, order, place })
        const first = await page({})
        const second = await page(first.next!)
        const third = await page(second.next!)
        assert.equal(
          new Set([first, second, third].flatMap(({ rows }) => rows.map((r) => r.id))).size,
          120
        )
        assert.isUndefined(third.next)
        assert.isUndefined(first.previous)
        assert.deepEqual((await page(third.previous!)).rows, second.rows)
        assert.deepEqual((await page(second.previous!)).rows, first.rows)
        assert.deepEqual((await page(third.first!)).rows, first.rows)
        const last = await page(first.last!)
        assert.lengthOf(last.rows, 50)
        assert.deepEqual(last.rows.at(-1), third.rows.at(-1))
      }
    }
  })

  test('a page before the first full one is the first page', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const files = await someFiles(adasHome, ada, ['a', 'b', 'c'])
    assert.deepEqual(await names(ada, adasHome, { ...usual, place: { before: files[1].id } }), [
      'a',
      'b',
      'c',
    ])
  })

  test('a page behind the last file is the last page: the folder does not look empty', async ({
    assert,
  }) => {
    const { ada, adasHome } = await theCast()
    const files = await someFiles(adasHome, ada, ['a', 'b', 'c'])
    await files[2].merge({ deletedAt: 1 }).save()
    for (const id of [files[1].id, files[2].id]) {
      assert.deepEqual(await names(ada, adasHome, { ...usual, place: { after: id } }), ['a', 'b'])
    }
  })

  test('finds a part of a name in any language, and signs that mean something to a database', async ({
    assert,
  }) => {
    const { ada, adasHome } = await theCast()
    const all = [
      '100%_sure.txt',
      'Übergröße.txt',
      'report "final".txt',
      "o'clock.txt",
      '報告書類.pdf',
      'Report 2.txt',
    ]
    await someFiles(adasHome, ada, all)
    /** A folder that says it is large is searched by the index of names, any other by looking. */
    const found = async (name: string) => {
      adasHome.fileCount = 6
      const looked = await names(ada, adasHome, { ...usual, name })
      adasHome.fileCount = 1_000_000
      assert.deepEqual(await names(ada, adasHome, { ...usual, sort: 'date', name }), looked)
      return looked
    }
    assert.deepEqual(await found('RÖSSE'), [])
    assert.deepEqual(await found('GRÖß'), ['Übergröße.txt'])
    assert.deepEqual(await found('100%'), ['100%_sure.txt'])
    assert.deepEqual(await found('0%_'), ['100%_sure.txt'])
    assert.deepEqual(await found('___'), [])
    assert.deepEqual(await found('"fin'), ['report "final".txt'])
    assert.deepEqual(await found("o'clock"), ["o'clock.txt"])
    assert.deepEqual(await found('告書類'), ['報告書類.pdf'])
    assert.deepEqual(await found('report'), ['report "final".txt', 'Report 2.txt'])
    assert.deepEqual(await found('re'), ['report "final".txt', 'Report 2.txt'])
    assert.deepEqual(await found('ep'), [])
  })

  test('a name is found in its folder only, to its last letter, and by its new name once it has one', async ({
    assert,
  }) => {
    const { ada, adasHome, incoming } = await theCast()
    const longest = `${'x'.repeat(247)}last.txt`
    const [file] = await someFiles(adasHome, ada, ['quarter 1.csv', longest, 'ab'])
    await someFiles(incoming, ada, ['quarter 1.csv', 'quarter 2.csv'])
    adasHome.fileCount = incoming.fileCount = 1_000_000
    const found = (folder: typeof adasHome, name: string) => names(ada, folder, { ...usual, name })
    assert.deepEqual(await found(adasHome, 'quarter'), ['quarter 1.csv'])
    assert.deepEqual(await found(incoming, 'quarter'), ['quarter 1.csv', 'quarter 2.csv'])
    assert.deepEqual(await found(adasHome, 'last.txt'), [longest])
    assert.deepEqual(await found(adasHome, 'ab'), ['ab'])

    await file.merge({ name: 'Year.csv', nameKey: 'year.csv' }).save()
    assert.deepEqual(await found(adasHome, 'quarter'), [])
    assert.deepEqual(await found(adasHome, 'year'), ['Year.csv'])
    await file.merge({ folderId: incoming.id }).save()
    assert.deepEqual(await found(adasHome, 'year'), [])
    assert.deepEqual(await found(incoming, 'year'), ['Year.csv'])
  })

  test('is open to nobody else', async ({ assert }) => {
    const { ada, otto, adasHome } = await theCast()
    await aFile(adasHome, ada, 'secret.txt')
    await assert.rejects(
      () => listFiles(otto, adasHome, usual),
      'There is nothing here that you can open.'
    )
  })

  test('of a drop-off folder shows contributors only what they sent, and managers all', async ({
    assert,
  }) => {
    const { ada, lena, incoming } = await theCast()
    await incoming.merge({ isDropOff: true }).save()
    await FolderSubscription.start(theService, incoming, lena, 'manager')
    await aFile(incoming, ada, 'from ada.txt')
    await aFile(incoming, lena, 'from lena.txt')
    assert.deepEqual(await names(ada, incoming, usual), ['from ada.txt'])
    assert.deepEqual(await names(ada, incoming, { ...usual, name: 'from' }), ['from ada.txt'])
    assert.deepEqual(await names(lena, incoming, usual), ['from ada.txt', 'from lena.txt'])
  })

  test('leaves out what was deleted', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const [gone] = await someFiles(adasHome, ada, ['gone.txt', 'here.txt'])
    await gone.merge({ deletedAt: 1 }).save()
    assert.deepEqual(await names(ada, adasHome, usual), ['here.txt'])
    assert.deepEqual(await names(ada, adasHome, { ...usual, name: '.txt' }), ['here.txt'])
  })
})
