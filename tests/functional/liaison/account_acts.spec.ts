import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AccountSession from '#app/accounts/sessions/account_session'
import Throttle from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { day, dayOf, now } from '#app/shared/clock'
import { password, person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

const of = ({ id }: Account, rest = '') => `/liaison/accounts/${id}${rest}`

async function visiting(name: string) {
  const visitor = await new Visitor().signIn(name, password)
  return visitor.open('/profile')
}

const edited = (account: Account, fields: Record<string, string> = {}) => ({
  full_name: account.fullName,
  email: account.email!,
  phone: '',
  title: '',
  sponsor: '',
  ends_on: '',
  ...fields,
})

/** Everything that may be sent about an account. */
const forms: [string, Record<string, string>][] = [
  ['?_method=PUT', { full_name: 'X', email: 'x@example.gov' }],
  ['/password-resets', { first: 'mailed_link' }],
  ['/activation-mails', {}],
  ['/unlockings', {}],
  ['/session-ends', {}],
  ['/deactivations', { because: 'Because' }],
  ['/reactivations', { because: 'Because' }],
  ['/welcome-mails', {}],
]
const pages = [
  '',
  '/edit',
  '/welcome',
  '/password-resets/create',
  '/session-ends/create',
  '/deactivations/create',
  '/reactivations/create',
]

async function changesTo(account: Account) {
  const done = AuditEntry.query().where({ subjectId: account.id, outcome: 'done' })
  const entries = (await done).map(({ event }) => event)
  return entries.filter((event) => !['account.created', 'sign_in.done'].includes(event))
}

test.group('What is another organization’s', (group) => {
  group.each.setup(undone)

  test('is as if it were not, and that it was asked for is on record', async ({ assert }) => {
    const { otto } = await theCast()
    const visitor = await visiting('lena')
    for (const page of pages) assert.equal((await visitor.open(of(otto, page))).status, 404, page)
    await visitor.open('/profile')
    for (const [form, fields] of forms) {
      const { status, page } = await visitor.submit(of(otto, form), fields)
      assert.equal(status, 404, form)
      assert.notInclude(page, 'Otto')
      await visitor.open('/profile')
    }
    assert.isEmpty(await changesTo(otto))
    assert.lengthOf(await Message.all(), 0)
    const refused = AuditEntry.query().where({ event: 'action.refused', subjectId: otto.id })
    assert.lengthOf(await refused, pages.length + forms.length)
  })

  test('looks like what never was', async ({ assert }) => {
    const { otto } = await theCast()
    const visitor = await visiting('lena')
    const plain = (page: string) => page.replace(/value='[^']*'|data-\w+-seconds="\d+"/g, '')
    const foreign = plain((await visitor.open(of(otto))).page)
    const unknown = plain((await visitor.open(`/liaison/accounts/${uuidv7()}`)).page)
    assert.equal(foreign, unknown)
  })

  test('and one’s own is nothing for who does not keep it', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const visitor = await visiting('ada')
    for (const page of pages) assert.equal((await visitor.open(of(lena, page))).status, 403)
    for (const account of [lena, ada]) {
      for (const [form, fields] of forms) {
        await visitor.open('/profile')
        assert.equal((await visitor.submit(of(account, form), fields)).status, 403, form)
      }
      assert.isEmpty(await changesTo(account))
    }
  })
})

test.group('The page of an account', (group) => {
  group.each.setup(undone)

  test('says how it stands, what happened and what may be done', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await ada.merge({ mustChangePassword: true, sponsorId: lena.id, endsAt: now() + day }).save()
    await signedIn(ada)
    const { page } = await (await visiting('lena')).open(of(ada))
    for (const words of [
      'Active.',
      'Must change password.',
      'Ends soon.',
      'Outside partner.',
      'Signed in at 1 place now.',
      'created the account of Ada Adams',
      'Edit',
      'Reset password',
      'End sessions',
      'Deactivate',
      'Welcome sheet',
    ]) {
      assert.include(page, words)
    }
    for (const words of ['Unlock', 'Reactivate', 'Needs a sponsor']) assert.notInclude(page, words)
    assert.include(page, 'She has left')
  })

  test('offers nobody to say of themselves that they left', async ({ assert }) => {
    const { lena } = await theCast()
    const { page } = await (await visiting('lena')).open(of(lena))
    assert.include(page, 'What this account can reach')
    assert.notInclude(page, 'She has left')
  })

  test('of oneself, and of the last liaison, offers no reset and no end', async ({ assert }) => {
    const { lena } = await theCast()
    const visitor = await visiting('lena')
    await visitor.open(of(lena))
    for (const words of ['Reset password', 'Deactivate']) assert.notInclude(visitor.page, words)
    for (const [form, fields] of forms.filter(([path]) => /resets|activations/.test(path))) {
      await visitor.open('/profile')
      assert.equal((await visitor.submit(of(lena, form), fields)).status, 403, form)
    }
  })

  test('of a directory account names the right place for the password', async ({ assert }) => {
    const { ada } = await theCast()
    await ada.merge({ credentialSource: 'directory' }).save()
    const visitor = await visiting('lena')
    await visitor.open(of(ada))
    assert.include(visitor.page, 'It is reset where Windows passwords are reset.')
    assert.notInclude(visitor.page, '/password-resets/create')
    const answer = await visitor.submit(of(ada, '/password-resets'), { first: 'shown_once' })
    assert.equal(answer.status, 403)
  })

  test('says that a sponsor is gone', async ({ assert }) => {
    const { ada, lena, dol } = await theCast()
    const ned = await person(dol, 'ned', 'Ned North')
    await ned.merge({ sponsorId: ada.id, endsAt: now() + 99 * day }).save()
    await AccountDeactivation.begin(lena, ada, 'Gone')
    const visitor = await visiting('lena')
    for (const path of [of(ned), '/liaison/accounts']) {
      assert.include((await visitor.open(path)).page, 'Needs a sponsor')
    }
  })
})

test.group('An account is edited by its form', (group) => {
  group.each.setup(undone)

  test('what was typed is stored, and said', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/edit'))
    const endsOn = dayOf(now() + 9 * day, 'America/New_York')
    await visitor.submit(of(ada, '?_method=PUT'), edited(ada, { title: 'Chief', ends_on: endsOn }))
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'Changed: title, end date.')
    assert.equal((await ada.refresh()).title, 'Chief')
    await visitor.open(of(ada, '/edit'))
    assert.include(visitor.page, `value="${endsOn}"`)
    await visitor.submit(of(ada, '?_method=PUT'), edited(ada, { title: 'Chief', ends_on: endsOn }))
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'Nothing was different.')
  })

  test('added fields change nothing: user name, organization, roles, status, password', async ({
    assert,
  }) => {
    const { ada, otto, opm } = await theCast()
    const before = (await ada.refresh()).$attributes
    const visitor = await visiting('lena')
    await visitor.submit(of(ada, '?_method=PUT'), {
      ...edited(ada, { phone: '1' }),
      username: 'boss',
      username_key: 'boss',
      organization_id: opm.id,
      organizationId: opm.id,
      roles: 'operator',
      deactivated_at: '1',
      deactivatedAt: '1',
      must_change: 'true',
      mustChangePassword: 'true',
      password: 'chosen-by-me-7',
      passwordHash: 'x',
      credential_source: 'directory',
      sponsor_id: otto.id,
      sponsorId: otto.id,
      id: otto.id,
    })
    const after = await Account.query().where('id', ada.id).preload('grants').firstOrFail()
    assert.isEmpty(after.grants)
    assert.deepEqual(after.$attributes, { ...before, phone: '1' })
  })

  test('of two who edit at once none overwrites the other unknowingly', async ({ assert }) => {
    const { ada, dol } = await theCast()
    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const [lena, luis] = [await visiting('lena'), await visiting('luis')]
    const seen = async (visitor: Visitor) => {
      await visitor.open(of(ada, '/edit'))
      const [, value] = /name="seen" value="([^"]*)"/.exec(visitor.page)!
      return value.replaceAll('&quot;', '"')
    }
    const [lenas, luises] = [await seen(lena), await seen(luis)]
    await luis.submit(of(ada, '?_method=PUT'), {
      ...edited(ada, { phone: '1', title: 'Chief' }),
      seen: luises,
    })
    const mine = edited(ada, { full_name: 'Ada Young', title: 'Clerk' })
    await lena.submit(of(ada, '?_method=PUT'), { ...mine, seen: lenas })
    assert.equal(lena.location, of(ada, '/edit'))
    assert.equal((await ada.refresh()).fullName, 'Ada Adams')
    const again = await seen(lena)
    assert.include(lena.page, 'Somebody changed this to “Chief” after you opened the page.')
    for (const value of ['Ada Young', 'Clerk', '1']) {
      assert.include(lena.page, `value="${value}"`)
    }
    const luisAgain = await seen(luis)
    await lena.submit(of(ada, '?_method=PUT'), { ...mine, phone: '1', seen: again })
    await ada.refresh()
    assert.include(ada.$attributes, { fullName: 'Ada Young', title: 'Clerk', phone: '1' })

    await luis.submit(of(ada, '?_method=PUT'), {
      ...edited(ada, { full_name: 'Ada Adams', phone: '2' }),
      ...{ title: 'Chief', seen: luisAgain },
    })
    await ada.refresh()
    assert.include(ada.$attributes, { fullName: 'Ada Young', title: 'Clerk', phone: '2' })
    await luis.open(luis.location!)
    assert.include(
      luis.page,
      'Somebody else changed this meanwhile, and it stays: full name, title.'
    )
  })

  test('what is wrong comes back beside its field', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    const fields = edited(ada, { full_name: 'Kept as typed', email: 'x', sponsor: 'otto' })
    await visitor.submit(of(ada, '?_method=PUT'), fields)
    assert.equal(visitor.location, of(ada, '/edit'))
    await visitor.open(visitor.location!)
    for (const words of ['Kept as typed', 'is not a mail address', 'called “otto”']) {
      assert.include(visitor.page, words)
    }
  })
})

test.group('Locked', (group) => {
  group.each.setup(undone)

  async function fail(username: string, times: number) {
    const visitor = new Visitor()
    for (let tries = 0; tries < times; tries++) await visitor.signIn(username, `wrong-${tries}`)
  }

  test('the list and the page know it; Unlock lets the person try at once; a second click says so', async ({
    assert,
  }) => {
    const { ada } = await theCast()
    await fail('ada', 7)
    const visitor = await visiting('lena')
    await visitor.open('/liaison/accounts?show=locked')
    assert.include(visitor.page, 'Ada Adams')
    await visitor.open(of(ada))
    assert.include(visitor.page, 'Locked.')
    assert.include(visitor.page, 'Unlock')
    assert.equal((await new Visitor().signIn('ada', password)).location, '/sign-in')

    await visitor.submit(of(ada, '/unlockings'))
    await visitor.open(of(ada))
    assert.include(visitor.page, 'Unlocked.')
    assert.equal((await new Visitor().signIn('ada', password)).location, '/home')
    await visitor.submit(of(ada, '/unlockings'))
    await visitor.open(of(ada))
    assert.include(visitor.page, 'is not locked.')
    assert.deepEqual(await changesTo(ada), ['account.unlocked'])
  })

  test('also by a name in other capitals, which closes the same account', async ({ assert }) => {
    const { ada } = await theCast()
    await fail('ADA', 7)
    assert.isNotNull(await Throttle.closedUntil(ada.id, now()))
  })

  test('a name that nobody has is counted for nobody, and so is one that only looks alike', async ({
    assert,
  }) => {
    await theCast()
    await fail('nobody', 7)
    await fail('a\0da', 7)
    const counted = await Throttle.query().whereLike('id', 'account:%')
    assert.deepEqual(
      counted.map(({ accountId }) => accountId),
      [null, null]
    )
    const { page } = await (await visiting('lena')).open('/liaison/accounts?show=locked')
    assert.include(page, 'No account is like that.')
  })
})

test.group('A password is reset, sessions end', (group) => {
  group.each.setup(undone)

  test('the first password is shown on the sheet once', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/password-resets/create'))
    await visitor.submit(of(ada, '/password-resets'), { first: 'shown_once' })
    assert.equal(visitor.location, of(ada, '/welcome'))
    await visitor.open(visitor.location!)
    const [, text] = /<code>([a-z2-9-]{34})<\/code>/.exec(visitor.page)!
    await visitor.open(of(ada, '/welcome'))
    assert.notInclude(visitor.page, text)
    const came = await new Visitor().signIn('ada', text)
    assert.equal((await came.open(came.location!)).location, '/password')
  })

  test('the form sent twice resets once', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/password-resets/create'))
    const form = visitor.alike()
    form.page = visitor.page
    await visitor.submit(of(ada, '/password-resets'), { first: 'mailed_link' })
    await form.submit(of(ada, '/password-resets'), { first: 'mailed_link' })
    await form.open(form.location!)
    assert.include(form.page, 'was reset already')
    assert.deepEqual(await changesTo(ada), ['account.password_reset'])
  })

  test('without a choice nothing is done', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    for (const first of ['', 'chosen']) {
      await visitor.open('/profile')
      await visitor.submit(
        of(ada, '/password-resets'),
        { first },
        of(ada, '/password-resets/create')
      )
      assert.equal(visitor.location, of(ada, '/password-resets/create'))
    }
    assert.isEmpty(await changesTo(ada))
  })

  test('sessions end with their count, and a second time there are none', async ({ assert }) => {
    const { ada } = await theCast()
    const own = [
      await new Visitor().signIn('ada', password),
      await new Visitor().signIn('ada', password),
    ]
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/session-ends/create'))
    assert.include(visitor.page, 'signed in at 2 places')
    await visitor.submit(of(ada, '/session-ends'))
    await visitor.open(of(ada))
    assert.include(visitor.page, 'Ended 2 sessions of Ada Adams.')
    for (const browser of own) assert.equal((await browser.open('/home')).location, '/sign-in')
    await visitor.submit(of(ada, '/session-ends'))
    await visitor.open(of(ada))
    assert.include(visitor.page, 'is not signed in anywhere.')
    assert.deepEqual(await changesTo(ada), ['account.sessions_ended'])
    assert.equal((await visitor.open(of(ada, '/session-ends/create'))).location, of(ada))
    assert.lengthOf(await AccountSession.liveOf(ada, now()), 0)
  })
})

test.group('Deactivate and Reactivate', (group) => {
  group.each.setup(undone)

  test('with a reason, once, and the page says what ends', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/deactivations/create'))
    assert.include(visitor.page, 'Access to folders of other organizations.')
    await visitor.submit(
      of(ada, '/deactivations'),
      { because: ' ' },
      of(ada, '/deactivations/create')
    )
    assert.equal(visitor.location, of(ada, '/deactivations/create'))
    assert.isEmpty(await changesTo(ada))

    for (const words of ['Deactivated the account', 'is deactivated already']) {
      await visitor.open(of(ada, '/deactivations/create'))
      await visitor.submit(of(ada, '/deactivations'), { because: 'On leave' })
      await visitor.open(visitor.location!)
      assert.include(visitor.page, words)
    }
    assert.include(visitor.page, '“On leave”')
    assert.equal((await new Visitor().signIn('ada', password)).location, '/sign-in')

    await visitor.open(of(ada, '/reactivations/create'))
    for (const words of ['is active again', 'is active already']) {
      await visitor.submit(of(ada, '/reactivations'), { because: 'Back' })
      await visitor.open(visitor.location!)
      assert.include(visitor.page, words)
    }
    assert.equal((await visitor.open(of(ada, '/reactivations/create'))).location, of(ada))
    assert.equal((await new Visitor().signIn('ada', password)).location, '/home')
    const sorted = (await changesTo(ada)).sort()
    assert.deepEqual(sorted, ['account.deactivated', 'account.reactivated'])
  })

  test('an ended account comes back with a new end', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await ada.merge({ endsAt: now() - 2 * day, sponsorId: lena.id }).save()
    const visitor = await visiting('lena')
    await visitor.open(of(ada, '/reactivations/create'))
    assert.include(visitor.page, 'New end date')
    const page = of(ada, '/reactivations/create')
    await visitor.submit(of(ada, '/reactivations'), { because: 'Renewed', ends_on: '' }, page)
    await visitor.open(page)
    assert.include(visitor.page, 'Say until when.')
    assert.include(visitor.page, 'Renewed')
    const endsOn = dayOf(now() + 30 * day, 'America/New_York')
    await visitor.submit(of(ada, '/reactivations'), { because: 'Renewed', ends_on: endsOn })
    assert.isTrue((await ada.refresh()).isActive(now()))
    assert.equal(dayOf(ada.endsAt!, 'America/New_York'), endsOn)
  })
})
