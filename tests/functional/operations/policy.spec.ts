import { helpDeskActs, settings } from '#app/accounts/service_policy/service_policy'
import ServiceSetting from '#app/accounts/service_policy/service_setting'
import { number } from '#app/accounts/service_policy/setting'
import AuditEntry from '#app/audit/audit_entry'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const address = '/operations/policy'
const changes = () => AuditEntry.query().where('event', 'policy.changed').orderBy('id')

/** What the page would send as it stands. */
function formOf({ html, token }: PlainBrowser) {
  const body = new URLSearchParams({ _csrf: token })
  for (const [tag] of html.matchAll(/<input[^>]+>/g)) {
    const [, name] = /name=["']([^"']+)/.exec(tag) ?? []
    const [, value = ''] = /value=["']([^"']*)/.exec(tag) ?? []
    const isBox = /type=["']checkbox/.test(tag)
    if (settings.some((one) => one.name === name) && (!isBox || /\schecked/.test(tag)))
      body.append(name!, value)
  }
  return body
}

async function send(browser: PlainBrowser, body: URLSearchParams) {
  await browser.open(`${address}?_method=PUT`, { method: 'POST', body })
}

test.group('The policy of the service', (group) => {
  group.each.setup(undone)

  test('is as it was delivered, until an operator decides; then it says who and when', async ({
    assert,
  }) => {
    const olive = await anOperator()
    const browser = await PlainBrowser.signIn('olive')
    await browser.open(address)
    assert.include(browser.text, 'nobody has changed it')
    assert.deepEqual(await helpDeskActs.value(), helpDeskActs.of.default)

    const form = formOf(browser)
    form.delete(helpDeskActs.name)
    for (const act of ['unlock', 'reset', 'rule-the-world']) form.append(helpDeskActs.name, act)
    await send(browser, form)
    assert.include(browser.text, 'Saved. It holds from now on, everywhere.')
    assert.include(browser.text, 'by Olive Ortiz.')
    assert.deepEqual(await helpDeskActs.value(), ['unlock', 'reset'])
    const row = await ServiceSetting.findOrFail(helpDeskActs.name)
    assert.equal(row.changedBy, olive.id)
    const [entry] = await changes()
    assert.equal(entry.details.setting, helpDeskActs.told.label)
    assert.include(entry.details.before, 'End sessions')
    assert.notInclude(entry.details.after, 'End sessions')
  })

  test('a second click changes nothing and says so; nothing ticked is nothing left', async ({
    assert,
  }) => {
    await anOperator()
    const browser = await PlainBrowser.signIn('olive')
    await browser.open(address)
    await send(browser, formOf(browser))
    assert.include(browser.text, 'Nothing was different')
    assert.isEmpty(await changes())
    assert.isEmpty(await ServiceSetting.all())

    const form = formOf(browser)
    form.delete(helpDeskActs.name)
    await send(browser, form)
    assert.deepEqual(await helpDeskActs.value(), [])
    await send(browser, form)
    assert.lengthOf(await changes(), 1)
  })

  test('is nobody else’s: not the help desk’s, not a liaison’s', async ({ assert }) => {
    await theCast()
    await theHelpDesk()
    for (const name of ['hank', 'lena', 'ada']) {
      const visitor = await new Visitor().signIn(name, password)
      assert.equal((await visitor.open(address)).status, 403, name)
      await visitor.open('/profile')
      const sent = await visitor.submit(`${address}?_method=PUT`, { [helpDeskActs.name]: 'unlock' })
      assert.equal(sent.status, 403, name)
    }
    assert.isEmpty(await ServiceSetting.all())
    assert.isEmpty(await changes())
  })

  test('every setting is declared once, and what was delivered is something it can be', ({
    assert,
  }) => {
    const names = settings.map(({ name }) => name)
    assert.deepEqual([...new Set(names)], names)
    for (const { name, of } of settings) {
      const typed = Array.isArray(of.default) ? of.default : String(of.default)
      assert.deepEqual(of.judge(typed), { value: of.default }, name)
    }
  })
})

test.group('A setting that is a number', (group) => {
  const days = number('days', { label: 'Days', unit: 'days', default: 90, least: 7, most: 365 })
  group.each.setup(undone)

  test('takes what lies within its bounds, and says them otherwise', ({ assert }) => {
    assert.deepEqual(days.of.judge(' 30 '), { value: 30 })
    for (const typed of ['6', '366', '', 'soon', '7.5', '-8', undefined, ['30']]) {
      const sentence = 'Write a whole number of days, from 7 to 365.'
      assert.deepEqual(days.of.judge(typed), { problem: sentence }, String(typed))
    }
  })

  test('is as it was delivered if what is stored fits no more', async ({ assert }) => {
    await ServiceSetting.create({ name: 'days', value: '5', changedAt: 1 })
    assert.equal(await days.value(), 90)
    await ServiceSetting.query().where('name', 'days').update({ value: '14' })
    assert.equal(await days.value(), 14)
  })
})
