import { describe } from '#app/audit/describe'
import AuditEntry from '#app/audit/audit_entry'
import { test } from '@japa/runner'

const entry = (values: Partial<AuditEntry>) =>
  Object.assign(new AuditEntry(), {
    actorName: 'Ada Adams (dol.ada)',
    subjectName: null,
    details: {},
    ...values,
  })

test.group('The trail as sentences', () => {
  test('an entry says who did what to what', ({ assert }) => {
    const deleted = entry({ event: 'file.deleted', subjectName: 'report {actor}.csv' })
    assert.equal(describe(deleted), 'Ada Adams (dol.ada) deleted report {actor}.csv')
  })

  test('details fill in the rest', ({ assert }) => {
    const details = { account: 'Otto Orr (opm.otto)', level: 'viewer' }
    const started = entry({ event: 'subscription.started', subjectName: 'Incoming', details })
    assert.equal(
      describe(started),
      'Ada Adams (dol.ada) subscribed Otto Orr (opm.otto) to Incoming as viewer'
    )
  })

  test('what is not known shows as a dash; an event of another version by its name', ({
    assert,
  }) => {
    assert.equal(describe(entry({ event: 'file.viewed' })), 'Ada Adams (dol.ada) viewed —')
    assert.equal(describe(entry({ event: 'file.folded' })), 'file.folded')
  })
})
