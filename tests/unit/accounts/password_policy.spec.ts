import { brokenRules } from '#app/accounts/passwords/password_policy'
import { test } from '@japa/runner'

const ada = { username: 'dol.ada', organization: { passwordProfile: 'guide' } }
const careful = { username: 'dol.ada', organization: { passwordProfile: 'nist' } }

const tooShort = 'Use at least 7 characters.'
const noLetter = 'Use at least one letter.'
const noDigit = 'Use at least one digit.'
const tooLong = 'Use at most 128 characters.'
const common = 'This is a commonly used password, or nearly one. Choose another.'
const fromName = 'Choose a password that is not built from your user name.'

test.group('Password policy', () => {
  test('profile guide: {0}')
    .with([
      ['plum-7x', []],
      ['plum-7', [tooShort]],
      ['9482-7135', [noLetter]],
      ['plum-tree', [noDigit]],
      ['-----', [tooShort, noLetter, noDigit]],
      ['Überfluß-7', []],
      ['密码密码密码7', []],
      ['🔑🔑🔑🔑🔑a7', []],
      [' plum 7 ', []],
      [`plum-7${'x'.repeat(122)}`, []],
      [`plum-7${'x'.repeat(123)}`, [tooLong]],
    ] as [string, string[]][])
    .run(async ({ assert }, [password, broken]) => {
      assert.deepEqual(await brokenRules(password, ada), broken)
    })

  test('profile nist: {0}')
    .with([
      ['four plain words', []],
      ['fourteen chars', ['Use at least 15 characters.']],
    ] as [string, string[]][])
    .run(async ({ assert }, [password, broken]) => {
      assert.deepEqual(await brokenRules(password, careful), broken)
    })

  test('a commonly used password, or one with a number behind it: {$self}')
    .with(['password1', 'Password1', 'P@ssw0rd1', 'qwerty123', 'Password2026!', 'Dragon-99'])
    .run(async ({ assert }, password) => {
      assert.deepEqual(await brokenRules(password, ada), [common])
    })

  test('built from the user name: {$self}')
    .with(['dol.ada-2026', 'ada77777x'.replace('x', ''), 'ADA.lod.7', 'xx-dol.ada-7'])
    .run(async ({ assert }, password) => {
      assert.include(await brokenRules(password, ada), fromName)
    })

  test('a short name that is part of a longer word does no harm')
    .with(['canadian-maple-7', 'Adamant-river-7'])
    .run(async ({ assert }, password) => {
      assert.deepEqual(await brokenRules(password, ada), [])
    })

  test('the same letters, composed or not, count the same', async ({ assert }) => {
    const decomposed = 'éééé-7'.normalize('NFD')
    assert.deepEqual(await brokenRules(decomposed, ada), [tooShort])
  })

  test('an organization with an unknown profile gets the stronger one', async ({ assert }) => {
    const typo = { username: 'x', organization: { passwordProfile: 'giude' } }
    assert.deepEqual(await brokenRules('plum-7x', typo), ['Use at least 15 characters.'])
  })
})
