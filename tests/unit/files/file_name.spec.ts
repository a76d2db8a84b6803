import { codeFrom, newCode } from '#app/files/file_code'
import { fileName } from '#app/files/file_name'
import { test } from '@japa/runner'

test.group('File names', () => {
  for (const name of [
    'report.txt',
    'Übersicht – 日本語 العربية.pdf',
    `it's "quoted" #1 100% & more; <b>.csv`,
    '😀👩‍👩‍👧.png',
    '.hidden',
    'no ending',
    'ends with dot.',
    'console.log',
    'a'.repeat(255),
    'é'.repeat(127),
  ]) {
    test(`kept as it is: ${name.slice(0, 40)}`, ({ assert }) => {
      assert.equal(fileName(name), name)
      assert.equal(fileName(Buffer.from(name)), name)
    })
  }

  test('the same characters, composed differently, make the same name', ({ assert }) => {
    assert.equal(fileName('Cafe\u0301.txt'), 'Café.txt')
  })

  for (const [name, why] of [
    ['', 'empty'],
    ['.', 'stands for a folder'],
    ['..', 'stands for a folder'],
    ['a/b', 'slash'],
    ['..\\..\\boot.ini', 'backslash'],
    ['/etc/passwd', 'slash'],
    ['a\u0000.txt', 'control character'],
    ['a\r\nSet-Cookie: x', 'control character'],
    ['a\u0085', 'control character'],
    ['a\u2028b', 'control character'],
    ['\u202egpj.exe', 'reading direction'],
    ['a\u200fb', 'reading direction'],
    [' a', 'blank'],
    ['a ', 'blank'],
    ['a\u00a0', 'blank'],
    ['con', 'Windows'],
    ['LPT1.txt', 'Windows'],
    ['nul.tar.gz', 'Windows'],
    ['a'.repeat(256), 'longer than 255 bytes'],
    ['é'.repeat(128), 'longer than 255 bytes'],
    ['a\ud800', 'UTF-8'],
    ['a\ufffd', 'UTF-8'],
  ]) {
    test(`refused with its reason: ${JSON.stringify(name).slice(0, 40)}`, ({ assert }) => {
      assert.throws(() => fileName(name), new RegExp(why))
    })
  }

  test('bytes that are not UTF-8 are refused, not repaired', ({ assert }) => {
    for (const bytes of [[0xff], [0x61, 0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]]) {
      assert.throws(() => fileName(Buffer.from(bytes)), /not valid UTF-8/)
    }
  })
})

test.group('Codes', () => {
  test('have no signs that are mistaken for others, and are found however they are typed', ({
    assert,
  }) => {
    for (let at = 0; at < 200; at++) {
      const code = newCode()
      assert.match(code, /^W-[34679ACDEFGHJKMNPQRTUVWXY]{4}-[34679ACDEFGHJKMNPQRTUVWXY]{4}$/)
      assert.equal(codeFrom(` ${code.toLowerCase()} `), code)
      assert.equal(codeFrom(code.replaceAll('-', '')), code)
      assert.equal(codeFrom(code.slice(2).replace('-', ' ')), code)
    }
    for (const typed of ['', 'W', 'W-1111-1111', 'W-7K3Q-9X', "' or 1=1"]) {
      assert.isNull(codeFrom(typed))
    }
  })
})
