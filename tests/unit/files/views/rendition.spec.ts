import { natureOf } from '#app/files/views/nature'
import { asPage, asText, isShownWhole, noticeOf, viewedBytes } from '#app/files/views/rendition'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'

const sightOf = (name: string, content: Buffer | string) => {
  const bytes = Buffer.from(content)
  const head = bytes.subarray(0, viewedBytes)
  return { name, nature: natureOf(name, head), head, sizeBytes: bytes.length }
}
const page = (name: string, content: Buffer | string) => asPage(sightOf(name, content))
const inside = (name: string, content: Buffer | string) =>
  /<body>\n([\s\S]*)\n<\/body>/.exec(page(name, content))![1]

test.group('What a file is', () => {
  const natures: [string, Buffer | string, string][] = [
    ['a.pdf', '%PDF-1.7', 'pdf'],
    ['a.txt', '%PDF-1.7', 'pdf'],
    ['a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'picture'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['a.webp', 'RIFF....WEBPVP8 ', 'picture'],
    ['a.png', '<script>', 'lines'],
    ['a.HTML', 'hello', 'page'],
    ['a', '\n<!DOCTYPE html><p>', 'page'],
    ['a.svg', '<svg/>', 'drawing'],
    ['a.csv', 'a,b', 'table'],
    ['a.json', '{}', 'json'],
    ['a.md', '# a', 'markdown'],
    ['a.log', 'a', 'lines'],
    ['constructor', 'a', 'lines'],
    ['a.html', Buffer.from([0, 1, 2]), 'bytes'],
  ]
  for (const [name, content, kind] of natures) {
    test(`${name}: ${JSON.stringify(content.toString('latin1' as never))} is ${kind}`, ({
      assert,
    }) => {
      assert.equal(natureOf(name, Buffer.from(content)).kind, kind)
    })
  }
})

test.group('View (HTML)', () => {
  test('CSV is a table with its heading, whatever splits it', ({ assert }) => {
    for (const sign of [',', ';', '\t', '|']) {
      const html = inside('a.csv', `name${sign}sum\n"x${sign}y"${sign}1\n\nz${sign}2${sign}3\n`)
      assert.include(html, '<th scope="col">name</th><th scope="col">sum</th>')
      assert.include(html, `<th scope="row">1</th><td>x${sign}y</td><td>1</td>`)
      assert.include(html, '<th scope="row">2</th><td>z</td><td>2</td><td>3</td>')
    }
  })

  test('a table that is not whole ends with a whole row', ({ assert }) => {
    const row = `${'a'.repeat(699)},${'b'.repeat(699)}\n`
    const html = page('a.csv', row.repeat(Math.ceil(viewedBytes / row.length) + 1))
    assert.include(html, 'Only the first 1 MiB')
    assert.lengthOf(html.match(/<td>b{699}<\/td>/g)!, Math.floor(viewedBytes / row.length) - 1)
    assert.notMatch(html, /<td>(a{0,698}|b{0,698})<\/td>/)
  })

  test('what cannot be read as a table is shown as lines', ({ assert }) => {
    assert.include(inside('a.csv', 'a,"b\nc'), '<pre>')
  })

  test('a table says when it shows only the first rows', ({ assert }) => {
    const html = page('a.csv', 'a,b\n'.repeat(2500))
    assert.include(html, 'Only the first 2,000 rows')
    assert.include(html, '<th scope="row">2000</th>')
    assert.notInclude(html, '<th scope="row">2001</th>')
  })

  test('a table says when it shows only the first columns', ({ assert }) => {
    const row = Array.from({ length: 101 }, (_, at) => `c${at}`).join(',')
    assert.include(page('a.csv', `${row}\n${row}`), 'Only the first 100 columns')
    const both = page('a.csv', `${row}\n`.repeat(2002))
    assert.include(both, 'Only the first 2,000 rows and 100 columns of this file are shown.')
    assert.notInclude(both, 'c100')
    const wide = `${row},${'x'.repeat(1000)}\n`
    const cut = page('a.csv', wide.repeat(Math.ceil(viewedBytes / wide.length) + 1))
    assert.include(cut, 'Only the first 1 MiB and 100 columns of this file are shown.')
  })

  test('a table that is whole does not say otherwise, however many lines it takes', ({
    assert,
  }) => {
    for (const csv of ['a,"x\ny\nz"\n'.repeat(900), 'a,b\n'.repeat(2001), 'a,b\n\n'.repeat(1500)]) {
      assert.isUndefined(noticeOf(sightOf('a.csv', csv), 'html'))
      assert.notInclude(page('a.csv', csv), 'class="notice"')
    }
  })

  test('a drawing too large to be shown whole is shown as lines', ({ assert }) => {
    const html = inside('a.svg', `<svg><!--${'x'.repeat(viewedBytes)}--></svg>`)
    assert.include(html, 'Only the first 1 MiB of this file is shown.')
    assert.include(html, '<i>1</i>  &lt;svg&gt;')
  })

  test('JSON is indented and no number of it changes', ({ assert }) => {
    const source = '{"a":[1.0,12345678901234567890,{}],"b,{":"x\\"y","c":[],"a":null}'
    const expected = `{
  "a": [
    1.0,
    12345678901234567890,
    {}
  ],
  "b,{": "x\\"y",
  "c": [],
  "a": null
}`
    const shown = inside('a.json', source)
      .replace(/<\/?pre>/g, '')
      .replaceAll('&quot;', '"')
    assert.equal(shown, expected)
  })

  test('broken and very deep JSON is shown as it is', ({ assert }) => {
    assert.include(inside('a.json', '{"a":'), '<i>1</i>  {&quot;a&quot;:')
    const deep = inside('a.json', '['.repeat(400_000) + ']'.repeat(400_000))
    assert.isBelow(deep.length, 60 * 1024 ** 2)
  })

  test('Markdown is rendered without HTML of the author', ({ assert }) => {
    const html = inside('a.md', '# Hi\n\n<b onclick=x>no</b> **yes** [l](javascript:alert(1))')
    assert.include(html, '<h1>Hi</h1>')
    assert.include(html, '<strong>yes</strong>')
    assert.notMatch(html, /<b |href="javascript/)
  })

  test('other text has the numbers of its lines', ({ assert }) => {
    const text = Array.from({ length: 10 }, (_, at) => `line ${at + 1}`).join('\r\n')
    const html = inside('a.log', text)
    assert.include(html, '<i> 1</i>  line 1\n')
    assert.include(html, '<i>10</i>  line 10')
  })

  test('a text of very many lines says that only the first of them are shown', ({ assert }) => {
    const told = 'Only the first 20,000 lines of this file are shown. Download it to see all of it.'
    for (const name of ['a.log', 'a.json', 'a.md', 'a.csv']) {
      const sight = sightOf(name, `"\n${'0123456789\n'.repeat(20_000)}`)
      assert.equal(noticeOf(sight, 'html'), told, name)
      assert.include(asPage(sight), told)
      assert.isUndefined(noticeOf(sight, 'text'))
    }
    const longer = sightOf('a.log', 'x\n'.repeat(viewedBytes))
    assert.equal(noticeOf(longer, 'html'), told)
    assert.include(noticeOf(longer, 'text'), 'Only the first 1 MiB')
    const whole = sightOf('a.log', 'x\n'.repeat(20_000))
    assert.isUndefined(noticeOf(whole, 'html'))
    assert.include(asPage(whole), '<i>20000</i>  x</pre>')
  })

  test('bytes are numbers', ({ assert }) => {
    const html = inside('a.bin', Buffer.from([...Buffer.from('<ab>'), 0, 255]))
    assert.include(html, '00000000  3c 61 62 3e 00 ff')
    assert.include(html, '|&lt;ab&gt;..|')
  })

  test('an HTML page stays as it is, in UTF-8', ({ assert }) => {
    const source = '<html><script>1</script>{{ x }} Zoë'
    assert.equal(page('a.html', Buffer.from('\ufeff' + source, 'utf16le')), source)
  })

  test('no link and no frame of a page makes the browser connect to anywhere', ({ assert }) => {
    for (const link of [
      '<link rel=preconnect>',
      '<LINK\nrel=x>',
      '<link/rel=x>',
      '<iFrame src=x>',
      '<frame>',
      '<\u0000link >',
    ]) {
      assert.notMatch(page('a.html', Buffer.from(link, 'utf16le')), /<(link|i?frame)[\s/>]/i)
      assert.notMatch(
        asPage({ ...sightOf('a.html', ''), nature: { kind: 'page', text: link } }),
        /<(link|i?frame)[\s/>]/i
      )
    }
  })

  test('a drawing is a picture, and no markup', ({ assert }) => {
    const html = inside('a.svg', '<svg onload="x"><link/></svg>')
    assert.match(html, /^<img alt="a.svg" src="data:image\/svg\+xml;base64,[\w+/=]+">$/)
  })

  test('nothing of a file reaches our own pages unescaped', ({ assert }) => {
    const poison = `<script>x</script><img src=x onerror=x>"'><svg onload=x>&{{ 7*7 }}`
    const forms: Record<string, string> = {
      'a.csv': `${poison},${poison}\n${poison},"${poison.replaceAll('"', '""')}"`,
      'a.tsv': `${poison}\t${poison}`,
      'a.json': JSON.stringify({ [poison]: [poison] }),
      'broken.json': `{${poison}`,
      'a.md': `${poison}\n\n# ${poison}\n\n[${poison}](${poison})\n\n\`\`\`${poison}\n${poison}\n\`\`\``,
      'a.log': poison,
      'a.bin': `\u0000${poison}`,
      [poison]: 'harmless',
    }
    for (const [name, content] of Object.entries(forms)) {
      const html = page(name, content)
      assert.notMatch(html, /<script|<img|<svg/i, name)
    }
  })
})

test.group('Views of anything', () => {
  const endings = ['html', 'svg', 'csv', 'tsv', 'json', 'md', 'log', 'bin', 'pdf', '']
  const ours = new Set(
    'html head meta title style body p pre i table thead tbody tr th td blockquote ul ol li h1 h2 h3 h4 h5 h6 em strong code a hr br s img'.split(
      ' '
    )
  )

  test('never fail, and make no element that is not ours', ({ assert }) => {
    const signs = [
      '<',
      '>',
      '"',
      "'",
      '&',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '\n',
      '\r',
      '`',
      '#',
      '*',
      '|',
      ' ',
      'script',
      'a',
      '1',
      '\\',
      '!',
      '(',
      ')',
      ';',
      '\t',
      'é',
    ]
    for (let turn = 0; turn < 3000; turn++) {
      const content =
        turn % 3
          ? Buffer.from(
              Array.from(
                { length: turn % 60 },
                () => signs[Math.floor(Math.random() * signs.length)]
              ).join('')
            )
          : randomBytes(turn % 80)
      const sight = sightOf(`file.${endings[turn % endings.length]}`, content)
      assert.isString(asText(sight))
      noticeOf(sight, 'html')
      if (isShownWhole(sight, 'html')) continue
      const body = asPage(sight)
      if (sight.nature.kind === 'page') continue
      for (const [, tag] of body.replace(/<!DOCTYPE html>/, '').matchAll(/<\/?([^\s>/]*)/g)) {
        assert.isTrue(ours.has(tag), `${tag} in ${JSON.stringify(content.toString())}`)
      }
    }
  })
})
