import { BaseCommand } from '@adonisjs/core/ace'
import { prepare } from '#start/prepare'

export default class Prepare extends BaseCommand {
  static commandName = 'prepare'
  static description = 'Ready the database: migrate it and, with DEMO, fill an empty one'
  static options = { startApp: true }

  async run() {
    const { isDemonstration, hasOperator } = await prepare()
    this.logger.success(isDemonstration ? 'Ready, with the demonstration' : 'Ready')
    if (!hasOperator) this.logger.info('Nobody runs it yet: operators:open opens the first account')
  }
}
