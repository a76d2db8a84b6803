import { sealDue } from '#app/audit/seal'
import { findings, headOfTrail } from '#app/audit/verify'
import { isPrepared, notPrepared } from '#start/prepare'
import { BaseCommand } from '@adonisjs/core/ace'

/** node ace.ts audit:verify */
export default class AuditVerify extends BaseCommand {
  static commandName = 'audit:verify'
  static description = 'Check that no entry of the audit trail was altered, removed or exchanged'
  static options = { startApp: true }

  async run() {
    if (!(await isPrepared())) return this.#find(notPrepared)
    await sealDue()
    const head = await headOfTrail()
    for await (const { sentence } of findings(head)) this.#find(sentence)
    if (this.exitCode) return
    const { position, hash } = head
    this.logger.success(`The trail is whole: ${position} entries, the last one sealed ${hash}`)
  }

  #find(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
