import { FsStore } from '#app/files/blobs/fs_store'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

test.group('Reading blobs', (group) => {
  let root: string
  let store: FsStore

  group.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'blobs-'))
    store = new FsStore(root)
    return () => rm(root, { recursive: true })
  })

  const stored = async (size: number) => {
    const bytes = randomBytes(size)
    await writeFile(join(root, `k${size}`), bytes)
    return { bytes, key: `k${size}` }
  }

  const read = async (key: string, span?: { start: number; end: number }) => {
    const copies: Buffer[] = []
    for await (const piece of store.pieces(key, span)) copies.push(Buffer.from(piece))
    return Buffer.concat(copies)
  }

  const sizes = [0, 1, 65_536, 1024 ** 2 - 1, 1024 ** 2, 1024 ** 2 + 1, 5 * 1024 ** 2 + 77]
  for (const size of sizes) {
    test(`${size} bytes come back as they are`, async ({ assert }) => {
      const { bytes, key } = await stored(size)
      assert.equal(await store.sizeOf(key), size)
      assert.isTrue(bytes.equals(await read(key)))
    })
  }

  test('any part comes back as it is', async ({ assert }) => {
    const { bytes, key } = await stored(3 * 1024 ** 2)
    for (const [start, end] of [
      [0, 0],
      [5, 1024 ** 2 + 5],
      [1024 ** 2 - 1, 3 * 1024 ** 2 - 1],
    ]) {
      assert.isTrue(bytes.subarray(start, end + 1).equals(await read(key, { start, end })))
    }
  })

  test('many readers at once, some of whom leave early, never see each other’s bytes', async ({
    assert,
  }) => {
    const lengths = Array.from({ length: 40 }, (_, nth) => 700_000 + nth * 41_111)
    const files = await Promise.all(lengths.map(stored))
    for (let round = 0; round < 3; round++) {
      const leave = async (key: string) => {
        for await (const piece of store.pieces(key)) if (piece.length) break
      }
      const readers = files.map(({ key }, nth) => (nth % 4 ? read(key) : leave(key)))
      const results = await Promise.all(readers)
      results.forEach((bytes, nth) => bytes && assert.isTrue(files[nth].bytes.equals(bytes)))
    }
  })

  test('who stops reading early leaves no file open', async ({ assert }) => {
    const { key } = await stored(4 * 1024 ** 2)
    for await (const piece of store.pieces(key)) {
      assert.equal(piece.length, 1024 ** 2)
      break
    }
    assert.isEmpty(process.getActiveResourcesInfo().filter((name) => name.startsWith('FSReq')))
  })

  test('what is not there has no size, and a key never leaves the folder', async ({ assert }) => {
    assert.isNull(await store.sizeOf('nothing/here'))
    await assert.rejects(() => store.sizeOf('../etc/passwd'), /unexpected form/)
    await assert.rejects(() => store.sizeOf('/etc/passwd'), /unexpected form/)
  })
})
