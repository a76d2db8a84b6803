import { withoutSecrets } from '#app/doors/http/forms/typed'
import { test } from '@japa/runner'

test.group('What was typed', () => {
  test('is kept without what is secret, at any depth', ({ assert }) => {
    const typed = {
      _csrf: 'x',
      note: 'Dear all',
      new_password: 'x',
      person: { name: 'Ada', Password: 'x', answers: ['x'] },
      rows: [{ label: 'one', token: 'x' }],
    }
    assert.deepEqual(withoutSecrets(typed), {
      note: 'Dear all',
      person: { name: 'Ada' },
      rows: [{ label: 'one' }],
    })
  })

  test('stays as it is otherwise: {value}')
    .with([{ value: '' }, { value: null }, { value: 7 }, { value: ['a', null] }])
    .run(({ assert }, { value }) => assert.deepEqual(withoutSecrets(value), value))
})
