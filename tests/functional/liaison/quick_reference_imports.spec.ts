import AuditEntry from '#app/audit/audit_entry'
import { said } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { anEntry, aProgram } from '#tests/support/records'
import { serviceGuideTable } from '#tests/support/service_guide_table'
import { test } from '@japa/runner'

const pageOf = (program: Program) => `/liaison/programs/${program.id}/imports`
const draftOf = async (program: Program) => (await program.draft())!.entries

async function uploaded(program: Program, bytes: Buffer | string, token?: string) {
  const visitor = await FormBrowser.signIn('lena')
  await visitor.open(`${pageOf(program)}/new`)
  const body = new FormData()
  body.append('_csrf', token ?? visitor.token)
  body.append('file', new File([new Uint8Array(Buffer.from(bytes))], 'srr.md'))
  const answer = await visitor.open(`${pageOf(program)}/uploads`, { method: 'POST', body })
  return { visitor, answer }
}

test.group('The import of a quick reference', (group) => {
  group.each.setup(undone)

  test('is previewed line by line, and changes nothing before it is applied', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`${pageOf(program)}/new`)
    await liaison.send(`${pageOf(program)}/previews`, { table: serviceGuideTable })
    assert.include(liaison.text, '8 entries, as listed below.')
    assert.include(liaison.text, 'Andrew Condon Business program owner')
    assert.include(liaison.text, '13 Secure Transport 5.3.0 Nothing belongs beside the heading')
    assert.include(liaison.text, 'BITS Contacts (line 17)')
    assert.include(liaison.text, 'The table was reviewed on June 29, 2022.')
    assert.isEmpty(await draftOf(program))

    await liaison.send(pageOf(program), { table: serviceGuideTable, manner: 'add' })
    assert.include(liaison.text, 'The draft has 8 entries of the table now.')
    assert.lengthOf(await draftOf(program), 8)
    await liaison.open(`${pageOf(program)}/new`)
    await liaison.send(pageOf(program), { table: serviceGuideTable, manner: 'add' })
    assert.include(liaison.text, 'The draft had all of it already')
    assert.lengthOf(await draftOf(program), 8)
    assert.lengthOf(await AuditEntry.query().where('event', 'quick_reference.added'), 8)
  })

  test('replaces what is there only if that is chosen', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    await anEntry(lena, program, 'owner', { name: 'Ada Adams' })
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`${pageOf(program)}/new`)
    await liaison.send(`${pageOf(program)}/previews`, { table: serviceGuideTable })
    assert.include(liaison.text, 'The draft has 1 entry already')
    for (const manner of ['', 'both']) {
      await liaison.send(pageOf(program), { table: serviceGuideTable, manner })
      assert.include(liaison.text, 'Choose what becomes of what the draft says now.')
    }
    assert.lengthOf(await draftOf(program), 1)
    await liaison.send(pageOf(program), { table: serviceGuideTable, manner: 'replace' })
    assert.notInclude(
      (await draftOf(program)).map((entry) => said(entry, 'name')),
      'Ada Adams'
    )
  })

  test('comes as a file, too; what is none, too large or no text is said', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const { visitor } = await uploaded(program, serviceGuideTable)
    assert.include(visitor.text, '8 entries, as listed below.')
    const large = await uploaded(program, '| Note | x |\n'.repeat(6000))
    assert.include(large.visitor.text, 'The file is larger than 64 KB.')
    const picture = await uploaded(program, Buffer.from([0x89, 0x50, 0, 0, 1, 2, 0xff]))
    assert.include(picture.visitor.text, 'This is no text file.')
    const { answer } = await uploaded(program, serviceGuideTable, 'forged')
    assert.equal(answer.status, 403)
    assert.isEmpty(await draftOf(program))
  })

  test('a table of which nothing is understood changes nothing', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    await anEntry(lena, program, 'owner', { name: 'Ada Adams' })
    const liaison = await FormBrowser.signIn('lena')
    for (const table of ['hello', '| a | b |', '<script>alert(1)</script>']) {
      await liaison.open(`${pageOf(program)}/new`)
      await liaison.send(`${pageOf(program)}/previews`, { table })
      assert.include(liaison.text, 'Nothing of it could be understood')
      assert.notInclude(liaison.html, '<script>alert')
      await liaison.send(pageOf(program), { table, manner: 'replace' })
      assert.include(liaison.text, 'Nothing of it could be understood.')
    }
    await liaison.send(`${pageOf(program)}/previews`, { table: '' })
    assert.include(liaison.text, 'Paste the table first.')
    await liaison.send(`${pageOf(program)}/previews`, { table: 'x'.repeat(65 * 1024) })
    assert.include(liaison.text, 'This is more than 64 KB.')
    assert.lengthOf(await draftOf(program), 1)
  })
})
