import { sealDue } from '#app/audit/seal'
import { findings } from '#app/audit/verify'
import { BaseCommand } from '@adonisjs/core/ace'
import db from '@adonisjs/lucid/services/db'

/** node ace.ts audit:verify */
export default class AuditVerify extends BaseCommand {
  static commandName = 'audit:verify'
  static description = 'Check that no entry of the audit trail was altered, removed or exchanged'
  static options = { startApp: true }

  async run() {
    await sealDue()
    for await (const { sentence } of findings()) {
      this.logger.error(sentence)
      this.exitCode = 1
    }
    if (this.exitCode) return
    const { position, hash } = await db.from('audit_heads').where('id', 1).firstOrFail()
    this.logger.success(`The trail is whole: ${position} entries, the last one sealed ${hash}`)
  }
}
