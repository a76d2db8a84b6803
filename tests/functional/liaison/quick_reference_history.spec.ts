import { day, now } from '#app/shared/clock'
import { dayWritten } from '#app/doors/http/forms/moment'
import { changeEntry, removeEntry } from '#app/support/records/editing'
import { publish } from '#app/support/records/publishing'
import type Program from '#app/support/records/program'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { anEntry, aProgram } from '#tests/support/records'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Three editions: Ada owns the program, ten days ago Otto did, and twenty days ago nobody was said to. */
async function threeEditions({ lena }: Cast) {
  const program = await aProgram(lena)
  const resource = await anEntry(lena, program, 'resource', {
    name: 'Manual',
    address: 'https://docs.example.gov/',
  })
  await published(program, lena, 20)
  const owner = await anEntry(lena, program, 'owner', { name: 'Otto Orr', phone: '860-555-0201' })
  await published(program, lena, 10)
  const values = { name: 'Ada Adams', phone: '860-555-0201' }
  await changeEntry(lena, program, owner.id, { values, audiences: { phone: 'staff' } })
  await removeEntry(lena, program, resource.id)
  await published(program, lena, 0)
  return program
}

async function published(program: Program, by: Cast['lena'], daysAgo: number) {
  await publish(by, program)
  const edition = (await program.published())!
  await edition.merge({ publishedAt: now() - daysAgo * day }).save()
}

test.group('The history of a quick reference', (group) => {
  group.each.setup(undone)

  test('lists every edition with who published it and how much was changed', async ({ assert }) => {
    const program = await threeEditions(await theCast())
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`/liaison/programs/${program.id}/editions`)
    assert.match(
      liaison.text,
      /Edition 3 .* Lena Long 2 Edition 2 .* Lena Long 1 Edition 1 .* Lena Long 1/
    )
  })

  test('says of an edition what it said, and what changed with it, before and after', async ({
    assert,
  }) => {
    const program = await threeEditions(await theCast())
    const { id } = (await program.published())!
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`/liaison/programs/${program.id}/editions/${id}`)
    assert.include(liaison.text, 'What changed since edition 2')
    assert.match(liaison.text, /Changed: Business program owner Ada Adams by Lena Long/)
    assert.match(liaison.text, /Name Otto Orr Everybody Ada Adams Everybody/)
    assert.match(liaison.text, /Phone 860-555-0201 Everybody 860-555-0201 Staff/)
    assert.match(liaison.text, /Removed: Additional resource Manual by Lena Long/)
  })

  test('answers what it said on a day', async ({ assert }) => {
    const cast = await theCast()
    const program = await threeEditions(cast)
    const liaison = await FormBrowser.signIn('lena')
    const on = async (daysAgo: number) => {
      const asked = dayWritten(now() - daysAgo * day)
      await liaison.open(`/liaison/programs/${program.id}/editions?on=${asked}`)
      return /Quick Reference, edition (\d)/.exec(liaison.text)?.[1]
    }
    assert.equal(await on(0), '3')
    assert.include(liaison.text, 'This is what it said on')
    assert.equal(await on(1), '2')
    assert.equal(await on(10), '2')
    assert.equal(await on(11), '1')
    assert.equal(await on(20), '1')
    assert.equal(await on(-5), '3')
    assert.isUndefined(await on(21))
    assert.include(liaison.text, 'Nothing was published by the end of that day.')
    await liaison.open(`/liaison/programs/${program.id}/editions?on=yesterday`)
    assert.include(liaison.text, 'There is no such day.')
    await liaison.open(`/liaison/programs/${program.id}/editions?on[]=2020-01-01`)
    assert.include(liaison.text, 'Edition 3')
  })

  test('a draft, and an edition of another program, are no part of it', async ({ assert }) => {
    const cast = await theCast()
    const program = await threeEditions(cast)
    const other = await aProgram(cast.lena, 'Other')
    const draft = (await other.draft())!
    const liaison = await FormBrowser.signIn('lena')
    const own = (await program.published())!
    for (const path of [`${other.id}/editions/${draft.id}`, `${other.id}/editions/${own.id}`]) {
      const page = await liaison.open(`/liaison/programs/${path}`)
      assert.equal(page.status, 404)
    }
  })
})
