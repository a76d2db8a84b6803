import Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import type Organization from '#app/organizations/organization'
import { AnnouncementSchema } from '#database/schema'
import type { Instant } from '#app/shared/clock'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { errors } from '@adonisjs/lucid'

export const announcementKinds = ['information', 'trouble', 'maintenance'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/** Before the sign-in form, on a person's first pages after it, or both. */
export const announcementPlaces = ['sign_in', 'signed_in', 'both'] as const
export type AnnouncementPlace = (typeof announcementPlaces)[number]

/** Who announces: an agency to its own people; or, without one, who runs the service, to everybody. */
export type Announcer = Organization | null

type State = 'shown' | 'planned' | 'over' | 'withdrawn' | 'replaced'

/** What is said to people for a while, in one of its editions; its words are never changed. */
export default class Announcement extends AnnouncementSchema implements Subject {
  declare kind: AnnouncementKind
  declare place: AnnouncementPlace
  subjectType = 'announcement'

  static of = scope((query, announcer: Announcer) =>
    announcer ? query.where('organizationId', announcer.id) : query.whereNull('organizationId')
  )

  @belongsTo(() => Account, { foreignKey: 'createdBy' })
  declare author: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'withdrawnBy' })
  declare withdrawer: BelongsTo<typeof Account>

  get subjectName() {
    return this.heading
  }

  /** From when on this edition was shown, or would have been. */
  get shownFrom(): Instant {
    return Math.max(this.startsAt, this.createdAt)
  }

  /** Shown no longer from this instant on. */
  get shownUntil(): Instant {
    return Math.min(this.endsAt, this.withdrawnAt ?? this.endsAt, this.replacedAt ?? this.endsAt)
  }

  /** What was planned and then changed or withdrawn in time was seen by nobody. */
  get isEverShown() {
    return this.shownFrom < this.shownUntil
  }

  stateAt(at: Instant): State {
    if (this.replacedAt) return 'replaced'
    if (this.withdrawnAt) return 'withdrawn'
    if (this.endsAt <= at) return 'over'
    return this.startsAt <= at ? 'shown' : 'planned'
  }

  /** Whether it can still be changed or withdrawn. */
  isOpenAt(at: Instant) {
    return ['shown', 'planned'].includes(this.stateAt(at))
  }

  /** An edition of the announcer's own; any other does not exist here. Throws E_ROW_NOT_FOUND. */
  static async findFor(by: Account, announcer: Announcer, id: string) {
    const found = await this.query().where({ id }).preload('author').preload('withdrawer').first()
    if (!found) throw new errors.E_ROW_NOT_FOUND()
    return found.organizationId === (announcer?.id ?? null) ? found : conceal(by, found)
  }

  /** Everything that was said under this announcement, the latest first. */
  editions() {
    return Announcement.query()
      .where('originalId', this.originalId)
      .preload('author')
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(100)
  }
}
