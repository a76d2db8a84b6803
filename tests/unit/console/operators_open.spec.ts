import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import OperatorsOpen from '#app/doors/console/operators_open'
import service from '#config/service'
import { blockOf } from '#tests/support/docs'
import { undone } from '#tests/support/database'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'

const olive = ['olive', '--name=Olive Ortiz', '--email=olive.ortiz@example.gov']

async function opened(...typed: string[]) {
  ace.ui.switchMode('raw')
  const command = await ace.create(OperatorsOpen, typed)
  await command.exec()
  const said = command.logger.getLogs().map(({ message }) => message)
  return { exitCode: command.exitCode, said: said.join('\n') }
}

test.group('node ace.ts operators:open', (group) => {
  group.each.setup(undone)
  group.each.teardown(() => void ace.ui.switchMode('normal'))

  test('opens the account, and shows the link to its password this one time', async ({
    assert,
  }) => {
    const { exitCode, said } = await opened(...olive)
    assert.equal(exitCode, 0)
    assert.include(said, 'The account of Olive Ortiz (olive) is open.')
    assert.match(said, new RegExp(`^  ${service.url}/password/reset/[\\w-]{43}$`, 'm'))

    const account = await Account.findByOrFail('username', 'olive')
    await account.load('organization')
    assert.equal(account.organization.name, `${service.name} Operations`)
    const { actorName } = await AuditEntry.findByOrFail('event', 'operator.opened')
    assert.match(actorName, /^Terminal \(.+\)$/)
  })

  test('is what the page for operators says', async ({ assert }) => {
    const command = await blockOf('operators/install.md', 'open-operator')
    const [, typed] = /^npx node ace\.ts operators:open (.+)\n$/.exec(command)!
    const words = typed.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''))
    assert.equal((await opened(...words)).exitCode, 0)
    assert.isNotNull(await Account.findBy('username', 'olive'))
  })

  test('names the organization as it is told', async ({ assert }) => {
    await opened(...olive, '--organization=Bureau of Information Technology')
    const account = await Account.query().where('username', 'olive').preload('organization')
    assert.equal(account[0].organization.name, 'Bureau of Information Technology')
  })

  test('refuses a second one in a plain sentence, unless it is said on purpose', async ({
    assert,
  }) => {
    await opened(...olive)
    const oscar = ['oscar', '--name=Oscar Ong', '--email=oscar.ong@example.gov']
    const refused = await opened(...oscar)
    assert.equal(refused.exitCode, 1)
    assert.equal(
      refused.said,
      '[ red(error) ] Olive Ortiz (olive) runs the service already. To open another account beside it, say --another.'
    )
    assert.isNull(await Account.findBy('username', 'oscar'))

    const accepted = await opened(...oscar, '--another')
    assert.equal(accepted.exitCode, 0)
    assert.isNotNull(await Account.findBy('username', 'oscar'))
  })
})
