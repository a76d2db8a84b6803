import Directory from '#app/accounts/directories/directory'
import AuditEntry from '#app/audit/audit_entry'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { typedFor, withDirectoryServer } from '#tests/support/directories'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

test.group('The operator and an organization’s directory', (group) => {
  const server = withDirectoryServer(group)
  group.each.setup(undone)

  test('sets it up, tests and removes it for any organization', async ({ client, assert }) => {
    const { dol, opm } = await theCast()
    const opal = await person(opm, 'opal', 'Opal Oh', 'operator')
    const path = `/operations/organizations/${dol.id}/directory`
    const put = async (more: Record<string, string> = {}) =>
      client
        .put(path)
        .form(typedFor(server(), more))
        .loginAs(await signedIn(opal))
        .withCsrfToken()
        .redirects(0)

    const empty = await client.get(path).loginAs(await signedIn(opal))
    empty.assertTextIncludes('Directory of Department of Labor')
    const tested = await put({ do: 'test' })
    tested.assertHeader('location', `${path}/edit`)
    assert.lengthOf(tested.flashMessage('findings'), 6)
    assert.isNull(await Directory.of(dol.id))

    ;(await put()).assertHeader('location', path)
    const directory = await Directory.of(dol.id)
    assert.isTrue(directory!.changedByOperator)
    assert.isNull(await Directory.of(opm.id))
    const page = await client.get(`${path}/edit`).loginAs(await signedIn(opal))
    page.assertTextIncludes(server().address())

    const question = await client.get(`${path}/removals/new`).loginAs(await signedIn(opal))
    question.assertStatus(200)
    const removed = await client
      .post(`${path}/removals`)
      .loginAs(await signedIn(opal))
      .withCsrfToken()
      .redirects(0)
    removed.assertHeader('location', path)
    assert.lengthOf(await Directory.all(), 0)
    const entries = await AuditEntry.query().whereLike('event', 'directory.%').orderBy('id')
    assert.deepEqual(
      entries.map(({ event, organizationId }) => [event, organizationId]),
      ['tested', 'configured', 'removed'].map((what) => [`directory.${what}`, dol.id])
    )
  })

  test('finds nothing where there is no organization', async ({ client }) => {
    const { opm } = await theCast()
    const opal = await person(opm, 'opal', 'Opal Oh', 'operator')
    const path = `/operations/organizations/${uuidv7()}/directory`
    ;(await client.get(path).loginAs(await signedIn(opal))).assertStatus(404)
  })
})
