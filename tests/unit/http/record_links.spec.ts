import { asLink } from '#app/doors/http/views/record_links'
import { test } from '@japa/runner'

const written = (type: Parameters<typeof asLink>[0]['type'], text: string) =>
  (asLink({ type, text }) as unknown as { value: string }).value

test.group('What a quick reference says, to be pressed', () => {
  test('a phone is dialed without its option, a mail address and a page are opened', ({
    assert,
  }) => {
    assert.equal(
      written('phone', '860-622-2300, option 9'),
      '<a href="tel:8606222300">860-622-2300, option 9</a>'
    )
    assert.equal(
      written('email', 'a&b@example.gov'),
      '<a href="mailto:a%26b%40example.gov">a&amp;b@example.gov</a>'
    )
    assert.equal(
      written('address', 'https://sft.example.gov/?a=1&b=2'),
      '<a href="https://sft.example.gov/?a=1&amp;b=2">https://sft.example.gov/?a=1&amp;b=2</a>'
    )
  })

  test('hostile text stays text: {type}, {text}')
    .with([
      { type: 'address', text: 'javascript:alert(1)' },
      { type: 'address', text: 'data:text/html,x' },
      { type: 'phone', text: '"><script>x</script>' },
      { type: 'line', text: '<img src=x onerror=y>' },
    ] as const)
    .run(({ assert }, { type, text }) => {
      const markup = written(type, text)
      assert.notMatch(markup, /<(script|img)|href="(javascript|data)/)
    })

  test('nothing leaves an attribute', ({ assert }) => {
    const markup = written('email', '"onmouseover="x"@example.gov')
    assert.notInclude(markup, '"onmouseover')
  })
})
