import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { freshnessOf } from '#app/support/freshness/freshness'
import { reviewRecord } from '#app/support/freshness/reviewing'
import { standingsOf } from '#app/support/freshness/staleness'
import Verification from '#app/support/freshness/verification'
import { verifiedEntries } from '#app/support/freshness/verified'
import { createProgram, retireProgram } from '#app/support/records/program_keeping'
import { applyImport } from '#app/support/markdown/import'
import { copyProgram } from '#app/support/records/copying'
import Program from '#app/support/records/program'
import { serviceGuideTable } from '#tests/support/service_guide_table'
import { publish } from '#app/support/records/publishing'
import { recordFor } from '#app/support/records/reading'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aPublishedProgram, put } from '#tests/support/freshness'
import { test } from '@japa/runner'

const reviews = () => Verification.query().whereNull('entryId')

test.group('“Everything here is right”', (group) => {
  group.each.setup(undone)

  test('is the day on which the record was reviewed, and by whom', async ({ assert }) => {
    const { lena } = await theCast()
    const { program } = await aPublishedProgram(lena)
    const before = await standingsOf([program.id])
    assert.isNull(before.get(program.id)!.reviewedAt)
    await Verification.query().update({ verifiedAt: now() - 40 * day })
    assert.equal(await reviewRecord(lena, program), 'reviewed')
    const after = await standingsOf([program.id])
    const { reviewedBy, reviewedAt, staleAt } = after.get(program.id)!
    assert.equal(reviewedBy, 'Lena Long')
    assert.equal(staleAt, reviewedAt! + 90 * day)
    const { entries } = (await program.published())!
    const verified = await verifiedEntries([{ programId: program.id, entries }])
    for (const { id } of entries) assert.equal(verified.get(program.id)!.get(id)?.at, reviewedAt)
    assert.equal((await recordFor(undefined, program.id)).reviewedAt, reviewedAt)
    const entry = await AuditEntry.findByOrFail('event', 'quick_reference.verified')
    assert.include(entry.$attributes, { actorId: lena.id, subjectId: program.id })
  })

  test('counts once a day', async ({ assert }) => {
    const { lena } = await theCast()
    const { program } = await aPublishedProgram(lena)
    assert.equal(await reviewRecord(lena, program), 'reviewed')
    assert.equal(await reviewRecord(lena, program), 'already')
    assert.lengthOf(await reviews(), 1)
    assert.lengthOf(await AuditEntry.query().where('event', 'quick_reference.verified'), 1)
    await reviews().update({ verifiedAt: now() - 2 * day })
    assert.equal(await reviewRecord(lena, program), 'reviewed')
  })

  test('is not said of a draft, of what nobody is told, or by anybody else', async ({ assert }) => {
    const { lena, ada, olga } = await theCast()
    const begun = (await createProgram(lena, 'Begun')) as Program
    assert.equal(await reviewRecord(lena, begun), 'unpublished')
    const { program } = await aPublishedProgram(lena)
    for (const stranger of [ada, olga]) await assert.rejects(() => reviewRecord(stranger, program))
    await put(lena, program, 'note', { text: 'One more' })
    assert.equal(await reviewRecord(lena, program), 'draft')
    await publish(lena, program)
    await retireProgram(lena, program)
    assert.equal(await reviewRecord(lena, program), 'unpublished')
    assert.lengthOf(await reviews(), 0)
  })
})

test.group('An entry', (group) => {
  group.each.setup(undone)

  test('is verified by who wrote it, and by nobody when it came from a table or another program', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const { program } = await aPublishedProgram(lena)
    const written = await Verification.query().count('* as total')
    const copy = await copyProgram(lena, program, 'Copy')
    assert.instanceOf(copy, Program)
    const imported = await applyImport(lena, copy as Program, serviceGuideTable, 'add')
    assert.isAbove(imported!.entered, 0)
    const after = await Verification.query().count('* as total')
    assert.isAbove(Number(written[0].$extras.total), 0)
    assert.equal(after[0].$extras.total, written[0].$extras.total)
  })
})

test.group('What the checks know', (group) => {
  group.each.setup(undone)

  const codes = async ({ lena }: Awaited<ReturnType<typeof theCast>>, program: Program) => {
    const { findings } = await freshnessOf(lena, program)
    return findings.map(({ code, sentence }) => `${code}: ${sentence}`).join('\n')
  }

  test('who left, by user name and by mail address, and which mails did not arrive', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { lena, ada } = cast
    const { program } = await aPublishedProgram(lena)
    await put(lena, program, 'administrator', { name: 'Lena Long', username: 'lena' })
    assert.notMatch(await codes(cast, program), /person\.left|email\.failed|unknown_account/)

    await ada.merge({ endsAt: now() - 1 }).save()
    assert.include(await codes(cast, program), 'person.left: Ada Adams has left')
    const mail = { kind: 'welcome', payload: {}, address: 'jo@example.gov', tries: 1, dueAt: 1 }
    await Message.create({ ...mail, status: 'failed', failure: '550 no such user' })
    assert.include(await codes(cast, program), 'email.failed: The last mail to Jo Jones')
    await Message.create({ ...mail, status: 'failed', failure: 'Nobody needs it any more.' })
    assert.include(await codes(cast, program), 'email.failed')
    await Message.create({ ...mail, status: 'sent' })
    assert.notInclude(await codes(cast, program), 'email.failed')
  })

  test('a mail that nobody needed is no mail that did not arrive', async ({ assert }) => {
    const cast = await theCast()
    const { program } = await aPublishedProgram(cast.lena)
    await Message.create({
      ...{ kind: 'welcome', payload: {}, address: 'jo@example.gov', tries: 1, dueAt: 1 },
      ...{ status: 'failed', failure: 'Nobody needs it any more.' },
    })
    assert.notInclude(await codes(cast, program), 'email.failed')
  })

  test('another address of who still works here is nobody’s leaving', async ({ assert }) => {
    const cast = await theCast()
    const { lena, ada, dol } = cast
    const { program } = await aPublishedProgram(lena)
    await ada.merge({ deactivatedAt: now() }).save()
    assert.include(await codes(cast, program), 'person.left')
    await cast.otto.merge({ email: 'ada@example.gov' }).save()
    assert.notInclude(await codes(cast, program), 'person.left')
    assert.isNotNull(dol)
  })
})
