import { attachment } from '#app/doors/http/answers/disposition'
import { test } from '@japa/runner'
import { validateHeaderValue } from 'node:http'

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)![1])

test.group('Names of downloads', () => {
  for (const name of [
    'report.pdf',
    'Größe.txt',
    '表 2.csv',
    '🚚.zip',
    `it's "50%" (a*b).txt`,
    'a\\b',
  ]) {
    test(`${name} comes back whole`, ({ assert }) => {
      assert.equal(nameIn(attachment(name)), name)
    })
  }

  test('a plain name reads the same in old browsers', ({ assert }) => {
    assert.equal(
      attachment('report 1.pdf'),
      `attachment; filename="report 1.pdf"; filename*=UTF-8''report%201.pdf`
    )
  })

  test('no name ends the header or the quotes, or breaks the encoding', ({ assert }) => {
    for (let turn = 0; turn < 3000; turn++) {
      const units = Array.from({ length: 6 }, () =>
        Math.floor(Math.random() * (turn % 2 ? 0x80 : 0x10000))
      )
      const header = attachment(String.fromCharCode(...units) + '"\r\nSet-Cookie: a=b')
      validateHeaderValue('Content-Disposition', header)
      assert.match(
        header,
        /^attachment; filename="[\x20\x21\x23-\x24\x26-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/
      )
    }
  })
})
