import { AuditEntrySchema } from '#database/schema'

/** One line of the trail: who did what to what, when, from where, and whether it was allowed. */
export default class AuditEntry extends AuditEntrySchema {
  static about(subjectId: string) {
    return this.query().where('subjectId', subjectId).orderBy('id')
  }
}
