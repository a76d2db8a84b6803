import { quickTemplates } from '#app/doors/http/views/quick_templates'
import { test } from '@japa/runner'
import { Edge } from 'edge.js'

function aKitchen() {
  const edge = Edge.create({ cache: true })
  edge.registerTemplate('greeting', { template: 'Hello {{ name }}' })
  edge.registerTemplate('page', {
    template: `@each(name in names)\n@include('greeting')\n@end`,
  })
  const read: string[] = []
  const resolve = edge.loader.resolve.bind(edge.loader)
  edge.loader.resolve = (path) => {
    read.push(path)
    return resolve(path)
  }
  return { edge, read }
}

test.group('Quick templates', () => {
  test('what is included is compiled once, and shows what it is given each time', async ({
    assert,
  }) => {
    const { edge, read } = aKitchen()
    quickTemplates(edge)
    const first = await edge.render('page', { names: ['Ada', 'Otto'] })
    const second = await edge.render('page', { names: ['Lena'] })

    assert.include(first, 'Hello Ada')
    assert.include(first, 'Hello Otto')
    assert.include(second, 'Hello Lena')
    assert.lengthOf(
      read.filter((path) => path === 'greeting'),
      1
    )
  })

  test('without it each row compiles its part anew', async ({ assert }) => {
    const { edge, read } = aKitchen()
    await edge.render('page', { names: ['Ada', 'Otto'] })
    assert.lengthOf(
      read.filter((path) => path === 'greeting'),
      2
    )
  })
})
