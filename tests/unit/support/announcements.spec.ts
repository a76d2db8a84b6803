import { day, hour, minute, now, second } from '#app/shared/clock'
import Announcement, { type Announcer } from '#app/support/announcements/announcement'
import { shownBetween } from '#app/support/announcements/announcement_list'
import { longest, problemsWithTimes } from '#app/support/announcements/announcement_times'
import { edit, publish, withdraw } from '#app/support/announcements/announcing'
import {
  isShownAt,
  standingAtSignIn,
  standingFor,
  standingInPublic,
  type Standing,
} from '#app/support/announcements/standing'
import { aDraft, anAnnouncement } from '#tests/support/announcements'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { anOperator } from '#tests/support/operators'
import { test } from '@japa/runner'

const headings = (standing: Standing[]) => standing.map(({ heading }) => heading)

test.group('The time of an announcement', () => {
  const at = Date.parse('2026-06-01T12:00:00Z')

  test('{what}')
    .with([
      { what: 'may end a millisecond after it begins', from: 0, until: 1, field: null },
      { what: 'may not end as it begins', from: 5, until: 5, field: 'ends_on' },
      { what: 'may not end before it begins', from: 5, until: 4, field: 'ends_on' },
      { what: 'may not be over already', from: -2, until: 0, field: 'ends_on' },
      { what: 'lasts a year at most', from: 0, until: longest, field: null },
      { what: 'lasts no longer', from: 0, until: longest + 1, field: 'ends_on' },
      { what: 'begins within a year', from: longest, until: longest + 1, field: null },
      { what: 'begins no later', from: longest + 1, until: longest + 2, field: 'starts_on' },
    ])
    .run(({ assert }, { from, until, field }) => {
      const problems = problemsWithTimes({ startsAt: at + from, endsAt: at + until }, at)
      assert.equal(problems ? Object.keys(problems)[0] : null, field)
    })

  test('its first millisecond is shown, its end is not', ({ assert }) => {
    const one = { startsAt: at, endsAt: at + 10 } as Standing
    assert.deepEqual(
      [at - 1, at, at + 9, at + 10].map((then) => isShownAt(one, then)),
      [false, true, true, false]
    )
  })

  test('has one state at each instant', ({ assert }) => {
    const one = new Announcement().fill({ createdAt: at, startsAt: at + 5, endsAt: at + 9 })
    assert.deepEqual(
      [4, 5, 8, 9].map((ms) => one.stateAt(at + ms)),
      ['planned', 'shown', 'shown', 'over']
    )
    assert.deepEqual(
      [4, 8, 9].map((ms) => one.isOpenAt(at + ms)),
      [true, true, false]
    )
  })
})

test.group('Announcements', (group) => {
  group.each.setup(undone)

  test('stand for whom they are meant, what is worst first', async ({ assert }) => {
    const { dol, opm, lena, olga } = await theCast()
    const olive = await anOperator()
    const publishes = (heading: string, announcer: Announcer, more = {}) =>
      anAnnouncement(announcer === dol ? lena : announcer ? olga : olive, announcer, {
        heading,
        ...more,
      })
    await publishes('Door', null, { place: 'sign_in' })
    await publishes('Inside', null, { place: 'signed_in' })
    await publishes('Both', null, { place: 'both', kind: 'trouble' })
    await publishes('Labor', dol, { kind: 'maintenance' })
    await publishes('Policy', opm, { isPublic: true })
    assert.deepEqual(headings(await standingAtSignIn()), ['Both', 'Door'])
    assert.deepEqual(headings(await standingFor(dol.id)), ['Both', 'Labor', 'Inside'])
    assert.deepEqual(headings(await standingFor(opm.id)), ['Both', 'Policy', 'Inside'])
    assert.deepEqual(headings(await standingInPublic()), ['Policy'])
    const [, labor] = await standingFor(dol.id)
    assert.include(labor, { organizationName: 'Department of Labor', organizationId: dol.id })
  })

  test('of which the beginning is near are read ahead, and no others', async ({ assert }) => {
    const olive = await anOperator()
    const at = now()
    await anAnnouncement(olive, null, { place: 'both', startsAt: at + 10 * minute })
    assert.lengthOf(await standingAtSignIn(), 0)
    assert.lengthOf(await standingAtSignIn(9 * minute), 0)
    assert.lengthOf(await standingAtSignIn(11 * minute), 1)
  })

  test('that begin in the past begin now', async ({ assert }) => {
    const olive = await anOperator()
    const at = now()
    const one = await anAnnouncement(olive, null, { startsAt: at - day })
    assert.isAtLeast(one.startsAt, at)
  })

  test('are kept in every edition: what was shown at an instant can be told', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock(30 * day)
    cleanup(clock.undo)
    const olive = await anOperator()
    const first = await anAnnouncement(olive, null, { words: 'One.', endsAt: now() + 20 * day })
    clock.pass(day)
    const edited = await edit(olive, null, first, aDraft({ words: 'Two.', endsAt: first.endsAt }))
    const next = (edited as { announcement: Announcement }).announcement
    clock.pass(day)
    assert.isTrue(await withdraw(olive, null, next))
    clock.pass(5 * day)

    const [one, two] = [await first.refresh(), await next.refresh()]
    assert.equal(one.shownUntil, two.shownFrom)
    assert.equal(two.startsAt, one.startsAt)
    assert.equal(two.shownUntil, two.withdrawnAt)
    const said = async (at: number) =>
      (await shownBetween(olive, null, { from: at, until: at })).map(({ words }) => words)
    assert.deepEqual(await said(one.shownFrom - 1), [])
    assert.deepEqual(await said(one.shownFrom), ['One.'])
    assert.deepEqual(await said(two.shownFrom - 1), ['One.'])
    assert.deepEqual(await said(two.shownFrom), ['Two.'])
    assert.deepEqual(await said(two.shownUntil - 1), ['Two.'])
    assert.deepEqual(await said(two.shownUntil), [])
    const all = { from: one.shownFrom, until: now() }
    assert.lengthOf(await shownBetween(olive, null, all), 2)
    assert.lengthOf(await one.editions(), 2)
  })

  test('that were planned and withdrawn in time were never shown', async ({ assert }) => {
    const olive = await anOperator()
    const one = await anAnnouncement(olive, null, { startsAt: now() + hour })
    await withdraw(olive, null, one)
    const span = { from: now() - day, until: now() + day }
    assert.deepEqual(await shownBetween(olive, null, span), [])
  })

  test('that have begun keep their beginning; those that are planned can be moved', async ({
    assert,
  }) => {
    const olive = await anOperator()
    const begun = await anAnnouncement(olive, null)
    const planned = await anAnnouncement(olive, null, { startsAt: now() + hour })
    const later = now() + 2 * hour
    for (const one of [begun, planned]) {
      const edited = await edit(olive, null, one, aDraft({ startsAt: later }))
      const { startsAt } = (edited as { announcement: Announcement }).announcement
      assert.equal(startsAt, one === begun ? begun.startsAt : later)
    }
  })

  test('that are over, withdrawn or replaced are neither changed nor withdrawn', async ({
    assert,
  }) => {
    const olive = await anOperator()
    const over = await anAnnouncement(olive, null)
    await over.merge({ startsAt: now() - day, endsAt: now() - second }).save()
    const gone = await anAnnouncement(olive, null)
    await withdraw(olive, null, gone)
    const old = await anAnnouncement(olive, null)
    await edit(olive, null, old, aDraft({ words: 'New.' }))
    for (const one of [over, gone, old]) {
      assert.equal(await edit(olive, null, one, aDraft({ words: 'Late.' })), 'closed')
      assert.isFalse(await withdraw(olive, null, one))
    }
    assert.isNull(await Announcement.findBy('words', 'Late.'))
  })

  test('are neither published nor changed by whoever may not', async ({ assert }) => {
    const { ada, lena, olga, dol, opm } = await theCast()
    const one = await anAnnouncement(lena, dol)
    await assert.rejects(() => publish(ada, dol, aDraft()), /Only an SFT Liaison/)
    await assert.rejects(() => publish(olga, dol, aDraft()), /nothing of that kind/)
    await assert.rejects(() => publish(lena, null, aDraft()), /Only who runs the service/)
    await assert.rejects(() => edit(olga, dol, one, aDraft({ words: 'Mine.' })))
    await assert.rejects(() => withdraw(olga, dol, one))
    assert.equal(await edit(olga, opm, one, aDraft({ words: 'Mine.' })), 'closed')
    assert.isFalse(await withdraw(olga, opm, one))
    assert.isNull((await one.refresh()).withdrawnAt)
    assert.lengthOf(await Announcement.all(), 1)
  })

  test('the database itself keeps an agency off the sign-in page: {$self}')
    .with(['both', 'sign_in'] as const)
    .run(async ({ assert }, place) => {
      const { lena, dol } = await theCast()
      const one = await anAnnouncement(lena, dol)
      const { id, ...row } = one.$attributes
      await assert.rejects(() => Announcement.create({ ...row, originalId: id, place }), /check/i)
    })
})
