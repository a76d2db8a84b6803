import { findingsOf } from '#app/support/freshness/checks'
import { duties, markOf } from '#app/support/freshness/completeness'
import { entryOf, quietContext, soundRecord } from '#tests/support/record_entries'
import { test } from '@japa/runner'

/** The table "SRR Quick Reference" of the service guide, as it stands: what is empty there is empty here. */
function serviceGuide() {
  const desk = entryOf('desk', {
    name: 'DOL Service Desk',
    address: 'https://dol-ap0141/MRcgi/MRentrancePage.pl',
  })
  return [
    entryOf('owner', {
      name: 'Andrew Condon',
      postalAddress: '200 Folly Brook Boulevard, Wethersfield, CT 06109',
      phone: '860-263-6281',
    }),
    entryOf('production', {
      version: 'Secure Transport 5.3.0',
      administration: 'https://159.247.3.180:444/coreadmin/auth/login.jspx',
      uploadTarget: 'https://SecureTransport.ct.gov',
    }),
    entryOf('staging', {
      version: 'Secure Transport 5.3.0',
      administration: 'https://159.247.3.179:444/coreadmin/auth/login.jspx',
      uploadTarget: 'https://SecureTransport.ct.gov',
    }),
    desk,
    entryOf('contact', { name: 'Jackie Russo', desk: desk.id }),
    entryOf('desk', { name: 'BITS Service Desk' }),
    entryOf('resource', {
      name: 'AXWAY On-Line Help',
      address: 'https://159.247.3.180:444/help/Default.htm',
    }),
    entryOf('note', { text: 'June 29, 2022' }),
  ]
}

test.group('The table of the service guide', () => {
  test('raises what is wrong with it', ({ assert }) => {
    const entries = serviceGuide()
    const findings = findingsOf(entries, quietContext(entries, { standing: undefined }))
    const codes = new Set(findings.map(({ code }) => code))
    const raised = [
      'administrator.none',
      'level.none',
      'owner.single',
      'desk.no_phone',
      'desk.no_hours',
      'desk.no_contact',
      'desk.single_contact',
      'person.no_way',
      'staging.same_upload_target',
      'address.bare_ip',
      'address.internal_host',
      'note.old_date',
    ]
    assert.deepEqual(
      raised.filter((code) => !codes.has(code)),
      []
    )
    assert.isAtLeast(codes.size, 7)
    assert.notInclude([...codes], 'staging.same_administration')
  })

  test('says it in sentences that name the thing', ({ assert }) => {
    const entries = serviceGuide()
    const said = findingsOf(entries, quietContext(entries)).map(({ sentence }) => sentence)
    for (const sentence of [
      'Andrew Condon is the only business program owner: name a second one.',
      'BITS Service Desk has no contact: nobody is named there.',
      'Staging has the same upload target as production: what is tried out lands among real files.',
      'Note speaks of 2022: is that still true?',
    ]) {
      assert.include(said, sentence)
    }
  })

  test('fills eleven of eighteen duties; a sound record fills all, an empty one none', ({
    assert,
  }) => {
    assert.lengthOf(duties, 18)
    const mark = markOf(serviceGuide())
    assert.equal(`${mark.filled} of ${mark.of}`, '11 of 18')
    assert.includeMembers(
      mark.missing.map(({ label }) => label),
      ['A delegated administrator', 'A phone number of each desk', 'An escalation level']
    )
    assert.deepEqual(markOf(soundRecord()).missing, [])
    assert.equal(markOf([]).filled, 0)
  })
})
