import AuditEntry from '#app/audit/audit_entry'
import Announcement from '#app/support/announcements/announcement'
import AnnouncementUnderstanding from '#app/support/announcements/announcement_understanding'
import { edit, withdraw } from '#app/support/announcements/announcing'
import { aDraft, anAnnouncement } from '#tests/support/announcements'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'

test.group('Announcements, at once', (group) => {
  group.each.setup(committed)

  test('two change it and one withdraws it: one of them does', async ({ assert }) => {
    const olive = await anOperator()
    const omar = await anOperator('omar', 'Omar Olson')
    const one = await anAnnouncement(olive, null)
    await atOnce<unknown>('announcements', one.id, [
      () => edit(olive, null, one, aDraft({ words: 'Olive.' })),
      () => edit(omar, null, one, aDraft({ words: 'Omar.' })),
      () => withdraw(omar, null, one),
    ])
    await one.refresh()
    const editions = await Announcement.query().where('replacesId', one.id)
    assert.lengthOf(editions, one.withdrawnAt ? 0 : 1)
    assert.isTrue(Boolean(one.withdrawnAt) !== Boolean(one.replacedAt))
    const entries = await AuditEntry.query().whereIn('event', [
      'announcement.edited',
      'announcement.withdrawn',
    ])
    assert.lengthOf(entries, 1)
  })

  test('four clicks put it away once', async ({ assert }) => {
    const { ada, lena, dol } = await theCast()
    const one = await anAnnouncement(lena, dol)
    const clicks = times(4, () => AnnouncementUnderstanding.begin(ada, one.id))
    await Promise.all(clicks.map((click) => click()))
    assert.lengthOf(await AnnouncementUnderstanding.all(), 1)
  })
})
