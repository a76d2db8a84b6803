import AuditVerify from '#app/doors/console/audit_verify'
import { undone } from '#tests/support/database'
import { aTrail, withoutGuards } from '#tests/support/trail'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

async function verified() {
  ace.ui.switchMode('raw')
  const command = await ace.create(AuditVerify, [])
  await command.exec()
  const said = command.logger.getLogs().map(({ message }) => message)
  return { exitCode: command.exitCode, said: said.join('\n') }
}

test.group('node ace.ts audit:verify', (group) => {
  group.each.setup(undone)
  group.each.teardown(() => void ace.ui.switchMode('normal'))

  test('seals what waits, and names the head of a trail that is whole', async ({ assert }) => {
    await aTrail(3)
    const { exitCode, said } = await verified()
    const { hash } = await db.from('audit_heads').firstOrFail()
    assert.equal(exitCode, 0)
    assert.include(said, `The trail is whole: 3 entries, the last one sealed ${hash}`)
  })

  test('says where a trail is broken, and fails', async ({ assert }) => {
    await aTrail(5)
    await withoutGuards()
    await db.from('audit_entries').where('position', 2).delete()
    await db.from('audit_entries').where('position', 4).update({ event: 'file.viewed' })
    const { exitCode, said } = await verified()
    assert.equal(exitCode, 1)
    assert.include(said, 'Entry 2 is missing.')
    assert.include(said, 'Entry 4 is not what was sealed')
    assert.notInclude(said, 'whole')
  })
})
