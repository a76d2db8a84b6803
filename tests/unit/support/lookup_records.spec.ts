import { renameProgram, resumeProgram, retireProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { changeEntry, removeEntry } from '#app/support/records/editing'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { titlesFor } from '#tests/support/lookup'
import { theHelpDesk } from '#tests/support/help_desk'
import { anEntry, aProgram } from '#tests/support/records'
import { test } from '@japa/runner'

const owner = {
  name: 'Wanda Wage',
  title: 'Director',
  phone: '860-555-0101',
  email: 'w@example.gov',
}

async function keeping() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  const program = await aProgram(cast.lena, 'SRR')
  const put = (kind: Parameters<typeof anEntry>[2], values: Parameters<typeof anEntry>[3]) =>
    anEntry(cast.lena, program, kind, values)
  const wanda = await put('owner', owner)
  await put('staging', {
    version: 'Secure Transport 5.3.0',
    administration: 'https://host7.example.gov:444/admin',
  })
  await put('note', { text: 'Paydays are busy' })
  return { ...cast, program, wanda, find: (typed: string) => titlesFor(cast.hank, typed) }
}

test.group('The help desk’s search of quick references', (group) => {
  group.each.setup(undone)

  test('a draft is nobody’s to find; what is published is', async ({ assert }) => {
    const { lena, program, find } = await keeping()
    assert.deepEqual(await find('wanda'), [])
    await publish(lena, program)
    assert.deepEqual(await find('srr owner'), ['Wanda Wage'])
    assert.deepEqual(await find('8605550101'), ['Wanda Wage'])
    assert.deepEqual(await find('host7.example.gov'), ['SRR: Staging Environment'])
    assert.equal((await find('srr'))[0], 'SRR')
    assert.deepEqual(await find('paydays'), ['SRR'])
  })

  test('what the next edition says takes its place', async ({ assert }) => {
    const { lena, program, wanda, find } = await keeping()
    await publish(lena, program)
    const values = { ...owner, name: 'Walter Wages' }
    await changeEntry(lena, program, wanda.id, { values, audiences: {} })
    assert.deepEqual(await find('wanda'), ['Wanda Wage'])
    await publish(lena, program)
    assert.notInclude(await find('wanda'), 'Wanda Wage')
    assert.deepEqual(await find('walter'), ['Walter Wages'])
    await removeEntry(lena, program, wanda.id)
    await publish(lena, program)
    assert.deepEqual(await find('walter'), [])
  })

  test('a program is found by its new name only, and not while it is retired', async ({
    assert,
  }) => {
    const { lena, program, find } = await keeping()
    await publish(lena, program)
    await renameProgram(lena, program, 'Wagefiles')
    assert.equal((await find('wagefiles'))[0], 'Wagefiles')
    assert.notInclude(await find('srr'), 'SRR')
    await retireProgram(lena, program)
    assert.deepEqual(await find('wagefiles'), [])
    await resumeProgram(lena, program)
    assert.equal((await find('wagefiles'))[0], 'Wagefiles')
  })
})
