import { composed, faultOfFolderName } from '#app/folders/tree/folder_name'
import { test } from '@japa/runner'

test.group('Folder names', () => {
  for (const name of [
    'Incoming',
    'Übersicht – 日本語',
    `it's #1, 100% & more; (new)`,
    '.hidden',
    'console',
    '😀',
    'a'.repeat(255),
  ]) {
    test(`kept as it is: ${name.slice(0, 30)}`, ({ assert }) => {
      assert.isUndefined(faultOfFolderName(name))
    })
  }

  test('the same characters, composed differently, make the same name', ({ assert }) => {
    assert.equal(composed('Cafe\u0301'), 'Café')
  })

  for (const [name, why] of [
    ['', 'Say what the folder is called'],
    ...[...'<>:"/\\|?*'].map((sign) => [`a${sign}b`, `it holds “${sign}”, which Windows refuses`]),
    ['ends with dot.', 'ends with a dot'],
    ['...', 'ends with a dot'],
    ['..', 'dot'],
    [' a', 'begins or ends with a blank'],
    ['a ', 'begins or ends with a blank'],
    ['a\u00a0', 'blank'],
    ['a\u0000b', 'control character'],
    ['a\nb', 'control character'],
    ['\u202egpj', 'reading direction'],
    ['CON', 'Windows keeps it for a device'],
    ['lpt1.old', 'Windows keeps it for a device'],
    ['a'.repeat(256), 'longer than 255 bytes'],
    ['a\ud800', 'UTF-8'],
  ]) {
    test(`refused with its reason: ${JSON.stringify(name).slice(0, 30)}`, ({ assert }) => {
      const fault = faultOfFolderName(name)
      assert.include(fault, why)
      assert.match(fault!, /\.$/)
      assert.notMatch(fault!, /\p{Cc}/u)
    })
  }
})
