import { now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { anOperator } from '#tests/support/operators'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

test.group('Find your SFT Liaison', (group) => {
  group.each.setup(undone)

  test('names each agency’s liaisons in order of rank, with its help desk', async ({
    client,
    assert,
  }) => {
    const { dol, lena } = await theCast()
    await dol
      .merge({ helpDeskName: 'DOL Service Desk', helpDeskPhone: '555-0119', helpDeskHours: '8 to 5' })
      .save()
    const aaron = await person(dol, 'aaron', 'Aaron Able', 'liaison')
    await aaron.related('grants').query().update({ rank: 2 })
    await lena.related('grants').query().update({ rank: 1 })

    const response = await client.get('/find-your-liaison')
    response.assertStatus(200)
    response.assertTextIncludes('DOL Service Desk: 555-0119 (8 to 5)')
    const text = response.text()
    assert.isBelow(text.indexOf('Lena Long'), text.indexOf('Aaron Able'))
    assert.notInclude(text, 'Ada Adams')
    assert.notInclude(text, 'lena@example.gov')
  })

  test('the search finds agencies and liaisons, in any capitals', async ({ client, assert }) => {
    await theCast()
    for (const search of ['labor', 'dol', 'LENA', 'long labor']) {
      const response = await client.get('/find-your-liaison').qs({ search })
      response.assertTextIncludes('Department of Labor')
      assert.notInclude(response.text(), 'Olga Oak')
    }
  })

  test('an operator who is a liaison besides makes no agency of who runs the service', async ({
    assert,
  }) => {
    await theCast()
    const olive = await anOperator()
    await olive.related('grants').create({ role: 'liaison' })
    const visitor = await new Visitor().open('/find-your-liaison')
    assert.include(visitor.page, 'Department of Labor')
    assert.notInclude(visitor.page, 'Operations of olive')
    await visitor.open('/request-access')
    assert.notInclude(visitor.page, 'Operations of olive')
  })

  test('who only runs the service is no agency to ask, unless it has a liaison', async ({
    client,
    assert,
  }) => {
    const olive = await anOperator()
    await olive.load('organization')
    const { organization } = olive
    for (const path of ['/find-your-liaison', '/request-access']) {
      assert.notInclude((await client.get(path)).text(), organization.name)
    }
    await person(organization, 'lia', 'Lia Lake', 'liaison')
    for (const path of ['/find-your-liaison', '/request-access']) {
      assert.include((await client.get(path)).text(), organization.name)
    }
  })

  test('nothing found says what to do next', async ({ client }) => {
    await theCast()
    for (const search of ['Weather %', '<b>_']) {
      const response = await client.get('/find-your-liaison').qs({ search })
      response.assertStatus(200)
      response.assertTextIncludes('Try a shorter word')
    }
  })

  test('a strange address does no harm', async ({ client }) => {
    for (const query of ['search[]=a', 'search[a]=b', `search=${'x'.repeat(3000)}`]) {
      const response = await client.get(`/find-your-liaison?${query}`)
      response.assertStatus(200)
    }
  })

  test('whoever left is not named, nor is a suspended agency', async ({ client, assert }) => {
    const { lena, opm } = await theCast()
    await lena.merge({ deactivatedAt: now() }).save()
    await opm.merge({ suspendedAt: now() }).save()
    const response = await client.get('/find-your-liaison')
    assert.notInclude(response.text(), 'Lena Long')
    assert.notInclude(response.text(), 'Olga Oak')
    response.assertTextIncludes('No liaison is named at present.')
  })
})
