import AuditEntry from '#app/audit/audit_entry'
import Organization from '#app/organizations/organization'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const page = '/liaison/contact'
const contact = {
  published_phone: '860-555-0190',
  published_email: 'sft@dol.example.gov',
  publishes_liaisons: 'true',
}

async function signedIn(name: string) {
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  await visitor.open(page)
  return visitor
}

const publicPage = async (query = '') => (await new Visitor().open(`/find-your-liaison${query}`)).page

test.group('Published contact', (group) => {
  group.each.setup(undone)

  test('the liaison decides what everybody sees', async ({ assert }) => {
    const { dol } = await theCast()
    const lena = await signedIn('lena')
    await lena.submit(`${page}?_method=PUT`, contact)
    await lena.open(lena.location!)
    assert.include(lena.page, 'Saved. Everybody sees it now.')
    assert.include(lena.page, 'As everybody sees it now')
    const shown = await publicPage()
    assert.include(shown, '860-555-0190')
    assert.include(shown, 'sft@dol.example.gov')
    assert.include(shown, 'Lena Long')
    assert.notInclude(shown, 'lena@example.gov')
    const entry = await AuditEntry.findByOrFail('event', 'organization.published')
    assert.equal(entry.subjectId, dol.id)
    assert.include(entry.details.changes, 'published phone from nothing to “860-555-0190”')
    assert.notInclude(entry.details.changes, 'liaisons are named')
  })

  test('names that are not published stand nowhere, and no search finds by them', async ({
    assert,
  }) => {
    await theCast()
    const lena = await signedIn('lena')
    await lena.submit(`${page}?_method=PUT`, { published_phone: contact.published_phone })
    const shown = await publicPage()
    assert.include(shown, 'Department of Labor')
    assert.notInclude(shown, 'Lena Long')
    assert.include(shown, 'Olga Oak')
    assert.notInclude(await publicPage('?search=lena'), 'Department of Labor')
    assert.include(await publicPage('?search=labor'), 'Department of Labor')
  })

  test('a preview shows it and saves nothing', async ({ assert }) => {
    const { dol } = await theCast()
    const lena = await signedIn('lena')
    await lena.submit(`${page}?_method=PUT`, { ...contact, do: 'preview' })
    await lena.open(lena.location!)
    assert.include(lena.page, 'As everybody would see it; not saved yet')
    assert.include(lena.page, 'href="mailto:sft%40dol.example.gov"')
    assert.include(lena.page, 'value="860-555-0190"')
    assert.isNull((await Organization.findOrFail(dol.id)).publishedPhone)
    assert.notInclude(await publicPage(), '860-555-0190')
    assert.isNull(await AuditEntry.findBy('event', 'organization.published'))
  })

  test('an address must be one; nothing different changes nothing', async ({ assert }) => {
    const { dol } = await theCast()
    const lena = await signedIn('lena')
    await lena.submit(`${page}?_method=PUT`, { ...contact, published_email: 'a@b,c@d' }, page)
    await lena.open(lena.location!)
    assert.include(lena.page, 'This is no mail address.')
    assert.isNull((await Organization.findOrFail(dol.id)).publishedPhone)
    await lena.submit(`${page}?_method=PUT`, { publishes_liaisons: 'true' }, page)
    await lena.open(lena.location!)
    assert.include(lena.page, 'Nothing was different')
    assert.isNull(await AuditEntry.findBy('event', 'organization.published'))
  })

  test('added fields reach neither another agency nor other columns', async ({ assert }) => {
    const { dol, opm } = await theCast()
    const lena = await signedIn('lena')
    const more = { organization_id: opm.id, id: opm.id, name: 'X', kind: 'partner', suspended_at: '1' }
    await lena.submit(`${page}?_method=PUT`, { ...contact, ...more })
    const [own, other] = [await Organization.findOrFail(dol.id), await Organization.findOrFail(opm.id)]
    assert.equal(own.publishedPhone, '860-555-0190')
    assert.include(own.$attributes, { name: dol.name, kind: 'agency', suspendedAt: null })
    assert.isNull(other.publishedPhone)
  })

  test('nobody else changes it', async ({ assert }) => {
    const { dol } = await theCast()
    await anOperator()
    const ada = await signedIn('ada')
    await ada.open('/home')
    assert.equal((await ada.submit(`${page}?_method=PUT`, contact)).status, 403)
    const olive = await signedIn('olive')
    await olive.open(`/operations/organizations/${dol.id}/contact`)
    await olive.submit(`/operations/organizations/${dol.id}/contact?_method=PUT`, contact)
    assert.equal((await Organization.findOrFail(dol.id)).publishedPhone, '860-555-0190')
    assert.lengthOf(await AuditEntry.query().where('event', 'organization.published'), 1)
  })
})
