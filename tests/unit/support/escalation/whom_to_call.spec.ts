import { audiences, type Audience } from '#app/support/audience'
import { phoneNumber } from '#app/support/escalation/phone_number'
import { whomToCall, type Answer } from '#app/support/escalation/whom_to_call'
import { shownTo, type Entry } from '#app/support/records/entry'
import { severities } from '#app/support/records/entry_kinds'
import { minute } from '#app/shared/clock'
import { atClock, entry, question, srr } from '#tests/support/escalation'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'

const monday = atClock('2026-11-30 10:00')
const night = atClock('2026-11-30 20:00')

const level = (primary: string, more = {}) =>
  entry('level', 'level', { severity: 'question', primary, waitMinutes: '15', ...more })

const wordsOf = ({ sentence, then, because, opens }: Answer) =>
  [sentence, ...then.map((step) => step.sentence), ...because, opens ?? ''].join('\n')

test.group('Whom to call', () => {
  test('says why nobody else, and what to do then', ({ assert }) => {
    const away = { entryId: 'lena', from: monday, until: atClock('2027-01-04 00:00') }
    const answer = whomToCall(question({ at: night, severity: 'incident', absences: [away] }))
    assert.deepEqual(answer.because, [
      'The DOL Service Desk is closed until Tuesday, 8:00 AM EST.',
      'Lena Long is absent until January 4, 2027.',
      'Ada Adams cannot be reached until Tuesday, 7:00 AM EST.',
      'The Phoenix Desk is closed until Tuesday, 8:00 AM EST.',
      'The DOL help line is closed until Tuesday, 7:00 AM EST.',
    ])
    assert.deepEqual(
      answer.then.map(({ sentence }) => sentence),
      ['If nobody answers within 10 minutes, call the Waybill help desk at 860-622-2300, option 9.']
    )
  })

  test('a holiday is named, and who is for something else', ({ assert }) => {
    const { because } = whomToCall(
      question({ at: atClock('2026-11-26 10:00'), severity: 'question' })
    )
    assert.include(
      because,
      'The DOL Service Desk is closed until Monday, 8:00 AM EST, for it is Thanksgiving Day.'
    )
    assert.include(because, 'Lena Long is called from a problem on.')
    assert.include(because, 'Nia Novak is called for an incident only.')
  })

  test('the street does not hear for how long somebody is away', ({ assert }) => {
    const away = { entryId: 'lena', from: monday, until: atClock('2027-01-04 00:00') }
    const answer = whomToCall(question({ at: monday, absences: [away], tellsUntilWhen: false }))
    assert.include(answer.because, 'Lena Long cannot be reached at that time.')
    assert.notInclude(wordsOf(answer), 'January')
  })

  test('hours that nobody recorded count as always, and it is said', ({ assert }) => {
    const entries = [entry('lena', 'administrator', { name: 'Lena Long', phone: '555-0101' })]
    const answer = whomToCall(question({ at: night, entries: [...entries, level('lena')] }))
    assert.equal(answer.sentence, 'Call Lena Long at 555-0101.')
    assert.include(answer.because, 'The hours of Lena Long are not recorded.')
  })

  test('a person without a number is asked for at the desk, whose hours count', ({ assert }) => {
    const jackie = entry('jackie', 'contact', { name: 'Jackie Russo', desk: 'desk' })
    const entries = [srr[0], jackie, level('jackie')]
    const answer = whomToCall(question({ at: monday, entries }))
    assert.equal(
      answer.sentence,
      'Call the DOL Service Desk at 860-263-6000, option 2 and ask for Jackie Russo.'
    )
    const later = whomToCall(question({ at: night, entries }))
    assert.equal(later.name, 'the Waybill help desk')
    assert.include(later.because, 'Jackie Russo cannot be reached until Tuesday, 8:00 AM EST.')
  })

  test('the hours of the level are above those of its desk', ({ assert }) => {
    const entries = [srr[0], level('desk', { hours: 'always' })]
    assert.equal(whomToCall(question({ at: night, entries })).name, 'the DOL Service Desk')
  })

  test('a number is called once, however often it stands there', ({ assert }) => {
    const central = { name: 'BITS Service Desk', phone: '(860) 622-2300', option: '9' }
    const entries = [entry('bits', 'desk', central), level('bits'), level('bits')]
    const answer = whomToCall(question({ at: night, entries, agencyDesk: undefined }))
    assert.equal(answer.sentence, 'Call the BITS Service Desk at (860) 622-2300, option 9.')
    assert.deepEqual(answer.then, [])
    assert.equal(answer.fallback.name, 'the Waybill help desk')
  })

  test('hours of an agency in words that are no hours do not shut its line', ({ assert }) => {
    const agencyDesk = { name: 'OPM Help Desk', phone: '555-0219', hours: '8 to 5, mostly' }
    const answer = whomToCall(question({ at: night, entries: [], agencyDesk }))
    assert.equal(answer.sentence, 'Call the OPM Help Desk at 555-0219.')
    assert.match(answer.because[0], /read “8 to 5, mostly”: whether anybody is there now/)
  })

  test('what the reader may not see is passed over without a word', ({ assert }) => {
    const hidden = [
      entry('lena', 'administrator', { name: 'Lena Long', phone: '555-0101' }, { phone: 'staff' }),
      entry('desk', 'desk', { name: 'Night Desk', phone: '555-0102' }, { name: 'staff' }),
      entry('one', 'level', { severity: 'question', primary: 'lena', waitMinutes: '15' }),
      entry('two', 'level', { severity: 'question', primary: 'desk', waitMinutes: '15' }),
    ]
    const entries = shownTo('public', hidden)
    const answer = whomToCall(question({ at: night, entries, agencyDesk: undefined }))
    assert.equal(answer.sentence, 'Call 555-0102.')
    assert.notMatch(wordsOf(answer), /Lena|Night|0101/)
    const away = { entryId: 'desk', from: 0, until: null }
    const without = whomToCall(question({ at: night, entries, absences: [away] }))
    assert.notMatch(wordsOf(without), /Lena|Night|0101/)
  })

  test('no answer is empty, and none says what is not for its reader', ({ assert }) => {
    const by = chance(263)
    for (let round = 0; round < 3000; round++) {
      const reader = by.one(audiences)
      const { entries, secrets } = scattered(by, reader)
      const at = monday + by.below(14 * 24 * 60) * minute
      const absences = srr
        .filter(() => !by.below(3))
        .map(({ id }) => ({
          entryId: id,
          from: at - by.below(2),
          until: by.below(2) ? null : at + 1,
        }))
      const severity = by.one(severities).value
      const more = { entries: shownTo(reader, entries), absences, severity, tellsUntilWhen: false }
      const answer = whomToCall(question({ at, ...more }))
      assert.match(answer.sentence, /^Call .+\d.*\.$/)
      assert.equal(answer.then.at(-1)?.name ?? answer.name, 'the Waybill help desk')
      for (const secret of secrets) assert.notInclude(wordsOf(answer), secret)
    }
  })
})

/** SRR with an audience for each field by chance, and each secret unlike all others: so what leaks is seen. */
function scattered(by: ReturnType<typeof chance>, reader: Audience) {
  const secrets: string[] = []
  const entries: Entry[] = srr.map((one) => ({
    ...one,
    fields: Object.fromEntries(
      Object.entries(one.fields).map(([name, { value }]) => {
        const audience = by.one(audiences)
        const isHidden = audiences.indexOf(audience) > audiences.indexOf(reader)
        if (isHidden && ['name', 'phone'].includes(name)) secrets.push(value)
        return [name, { value, audience }]
      })
    ),
  }))
  return { entries, secrets }
}

test.group('A number', () => {
  test('{0} {1} is read as {2} and dialed {3}')
    .with([
      ['860-622-2300, option 9', '', '860-622-2300, option 9', '8606222300'],
      ['860-263-6000', '2', '860-263-6000, option 2', '8602636000'],
      ['860-263-6000', 'say “desk”', '860-263-6000, say “desk”', '8602636000'],
      ['(860) 263-6281 ext. 12', '', '(860) 263-6281 ext. 12', '8602636281;ext=12'],
      ['+1 860 263 6281 x7', '', '+1 860 263 6281 x7', '+18602636281;ext=7'],
      ['860-263-6281 or 860-263-6282', '', '860-263-6281 or 860-263-6282', '8602636281'],
      ['ask at the door', '', 'ask at the door', undefined],
    ])
    .run(({ assert }, [phone, option, text, dialed]) => {
      assert.deepEqual(phoneNumber(phone!, option), { text: text!, dialed })
    })

  test('no number is none', ({ assert }) => {
    assert.isUndefined(phoneNumber('', '2'))
  })
})
