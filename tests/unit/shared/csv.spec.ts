import { csv, type Cell } from '#app/shared/csv'
import { test } from '@japa/runner'

async function written(rows: Cell[][]) {
  async function* batches() {
    yield rows
  }
  const pieces: Buffer[] = []
  for await (const piece of csv(['Name', 'Count'], batches())) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test.group('Lists for spreadsheets', () => {
  test('begin with a mark, end their lines as files on Windows do, and quote what must be', async ({
    assert,
  }) => {
    const text = await written([
      ['Ada "the" Adams, DOL', 1],
      ['two\nlines', null],
    ])
    assert.equal(text, '\ufeffName,Count\r\n"Ada ""the"" Adams, DOL",1\r\n"two\nlines",\r\n')
  })

  test('hold no formula: {$self}')
    .with(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])
    .run(async ({ assert }, cell) => {
      const text = await written([[cell, 0]])
      assert.include(text, `'${cell}`)
    })
})
