import type Account from '#app/accounts/account'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import Announcement from '#app/support/announcements/announcement'
import type { Standing } from '#app/support/announcements/standing'
import { AnnouncementUnderstandingSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'
import { v7 as uuidv7 } from 'uuid'

/** Somebody has read an announcement and put it away. */
export default class AnnouncementUnderstanding extends AnnouncementUnderstandingSchema {
  /**
   * What is not shown to this person yet does not exist; what has just been changed or ended has been read all the same. A
   * second click finds the row there already.
   */
  static async begin(by: Account, id: string) {
    const announcement = await Announcement.findOrFail(id)
    const { organizationId } = announcement
    if (organizationId && organizationId !== by.organizationId) return conceal(by, announcement)
    return inTransaction(async (trx) => {
      await permit(by, 'announcement.understand', announcement, trx)
      if (announcement.shownFrom > now() || announcement.place === 'sign_in')
        throw new errors.E_ROW_NOT_FOUND()
      const { originalId } = announcement
      const row = { account_id: by.id, original_id: originalId, announcement_id: id }
      await trx
        .knexQuery()
        .table('announcement_understandings')
        .insert({ ...row, id: uuidv7(), created_at: now() })
        .onConflict(['account_id', 'original_id', 'announcement_id'])
        .ignore()
      return announcement
    })
  }

  /** What this person has not put away. Trouble that was put away comes back when there is something new to say of it. */
  static async notYet<One extends Standing>({ id }: Account, standing: One[]) {
    if (!standing.length) return []
    const rows = await this.query()
      .where('accountId', id)
      .whereIn(
        'originalId',
        standing.map(({ originalId }) => originalId)
      )
      .select('originalId', 'announcementId')
    const editions = new Set(rows.map(({ announcementId }) => announcementId))
    const originals = new Set(rows.map(({ originalId }) => originalId))
    return standing.filter((one) =>
      one.kind === 'trouble' ? !editions.has(one.id) : !originals.has(one.originalId)
    )
  }
}
