import { atTheTerminal } from '#app/audit/actor'
import { openOperator } from '#app/enrollment/operator_opening'
import service from '#config/service'
import { isPrepared, notPrepared } from '#start/prepare'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { userInfo } from 'node:os'

/** node ace.ts operators:open olive --name "Olive Ortiz" --email olive.ortiz@example.gov */
export default class OperatorsOpen extends BaseCommand {
  static commandName = 'operators:open'
  static description = 'Open the account of somebody who runs the service'
  static options = { startApp: true }

  @args.string({ description: 'The user name to sign in with' })
  declare username: string

  @flags.string({ description: 'The full name of the person', required: true })
  declare name: string

  @flags.string({ description: 'The mail address of the person', required: true })
  declare email: string

  @flags.string({ description: 'What the organization is called that runs the service' })
  declare organization?: string

  @flags.boolean({ description: 'Although somebody runs the service already' })
  declare another?: boolean

  async run() {
    if (!(await isPrepared())) return this.#refuse(notPrepared)
    await import('#start/rooms')
    const opening = await openOperator(atTheTerminal(whoIsHere()), {
      username: this.username,
      fullName: this.name,
      email: this.email,
      organizationName: this.organization ?? `${service.name} Operations`,
      isAnother: this.another,
    })
    if ('refused' in opening) return this.#refuse(opening.refused)

    this.logger.success(`The account of ${opening.account.actorName} is open.`)
    this.logger.log(
      'This link sets its password. It works once, within 72 hours, and is not shown again:'
    )
    this.logger.log(`\n  ${service.url}/password/reset/${opening.secret}\n`)
  }

  #refuse(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}

/** In a container a user may have a number and no name. */
function whoIsHere() {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.()}`
  }
}
