import type Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import type { Audience } from '#app/support/audience'
import { fieldsOf, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'
import { retireProgram } from '#app/support/records/program_keeping'
import { reviewRecord } from '#app/support/freshness/reviewing'
import { publish } from '#app/support/records/publishing'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { aFullRecord, anEntry, aProgram } from '#tests/support/records'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const outputs = ['', '/text', '/data', '/markdown'] as const

const open = async (client: ApiClient, path: string, reader?: Account) => {
  const request = client.get(path).accept('html').redirects(0)
  return reader ? request.loginAs(await signedIn(reader)) : request
}

/** A value that a field of the type takes and that stands nowhere else. */
function marker(type: string, mark: string) {
  if (type === 'phone') return `860-555-${mark}`
  if (type === 'email') return `mark.${mark}@example.gov`
  if (type === 'address') return `https://mark-${mark}.example.gov/`
  if (type === 'minutes') return undefined
  return type === 'timeZone' || type === 'hours' ? undefined : `Mark ${mark}`
}

/** A record in which each field of each kind is there once for every audience, with a marker of its own. */
async function marked(lena: Account) {
  const program = await aProgram(lena)
  const markers: { value: string; audience: Audience; field: FieldName }[] = []
  let next = 1000
  const put = async (kind: EntryKind, audience: Audience, more: Partial<Record<FieldName, string>> = {}) => {
    const values = { ...more }
    for (const [field, { type, choices }] of fieldsOf(kind)) {
      if (choices || ['username', 'desk', 'callee'].includes(type) || values[field]) continue
      const value = marker(type, String(next++))
      if (!value) continue
      values[field] = value
      markers.push({ value, audience, field })
    }
    const audiences = Object.fromEntries(fieldsOf(kind).map(([name]) => [name, audience]))
    return anEntry(lena, program, kind, values, audiences)
  }
  for (const audience of ['public', 'signed_in', 'staff'] as const) {
    const owner = await put('owner', audience)
    await put('administrator', audience, { username: 'lena' })
    const desk = await put('desk', audience)
    await put('contact', audience, { desk: desk.id })
    await put('resource', audience)
    await put('note', audience)
    const level = { severity: 'incident', primary: owner.id, alternate: desk.id, waitMinutes: '10' }
    await anEntry(lena, program, 'level', level, { primary: 'public', alternate: 'public' })
  }
  await put('production', 'staff')
  await put('staging', 'signed_in')
  await publish(lena, program)
  return { program, markers }
}

test.group('What of a quick reference is for others', (group) => {
  group.each.setup(undone)

  test('appears in no page, text, data, table, list or search', async ({ client, assert }) => {
    const { ada, lena, otto, olga, dol, opm } = await theCast()
    const { program, markers } = await marked(lena)
    const due = await person(dol, 'due', 'Due Day', 'liaison')
    await due.merge({ mustChangePassword: true }).save()
    const audiences: [Account | undefined, Audience[]][] = [
      [undefined, ['public']],
      [due, ['public']],
      ...[ada, otto, olga].map((who): [Account, Audience[]] => [who, ['public', 'signed_in']]),
      ...[lena, await anOperator(), await person(opm, 'hank', 'Hank Hall', 'help_desk')].map(
        (who): [Account, Audience[]] => [who, ['public', 'signed_in', 'staff']]
      ),
    ]
    for (const [reader, mine] of audiences) {
      const name = reader?.username ?? 'nobody'
      for (const output of outputs) {
        const page = await open(client, `/quick-references/${program.id}${output}`, reader)
        page.assertStatus(200)
        for (const { value, audience } of markers) {
          const isThere = page.text().includes(value)
          assert.equal(isThere, mine.includes(audience), `${name} ${output} ${value} (${audience})`)
        }
      }
      const list = (await open(client, '/quick-references', reader)).text()
      assert.isEmpty(markers.filter(({ value }) => list.includes(value)), name)
      for (const audience of ['public', 'signed_in', 'staff'] as const) {
        const [{ value }] = markers.filter((one) => one.audience === audience)
        const path = `/quick-references?search=${encodeURIComponent(value)}`
        const hit = (await open(client, path, reader)).text().includes(program.id)
        assert.equal(hit, mine.includes(audience), `${name} finds ${value} (${audience})`)
      }
    }
  })

  test('is not told by the way round: who is hidden is named by no level and no contact', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const hidden = await anEntry(lena, program, 'desk', { name: 'Mark of the desk' }, { name: 'staff' })
    await anEntry(lena, program, 'level', { severity: 'incident', primary: hidden.id, waitMinutes: '5' })
    await anEntry(lena, program, 'contact', { name: 'Kim', desk: hidden.id }, { name: 'public', desk: 'public' })
    await publish(lena, program)
    for (const output of outputs) {
      const page = await open(client, `/quick-references/${program.id}${output}`)
      page.assertStatus(200)
      assert.include(page.text(), 'Kim')
      assert.notInclude(page.text(), 'Mark of the desk')
      assert.notInclude(page.text(), hidden.id)
    }
  })

  test('no draft, no retired program and none without a word for the reader is there', async ({
    client,
    assert,
  }) => {
    const { lena, otto, olga } = await theCast()
    const draft = await aFullRecord(lena, 'Draft')
    const retired = await aFullRecord(lena, 'Retired')
    await publish(lena, retired.program)
    await retireProgram(lena, retired.program)
    const secret = await aProgram(lena, 'Secret')
    await anEntry(lena, secret, 'note', { text: 'For us' })
    await publish(lena, secret)
    for (const reader of [undefined, otto, olga]) {
      const list = (await open(client, '/quick-references', reader)).text()
      for (const { id } of [draft.program, retired.program, secret]) {
        assert.notInclude(list, id)
        for (const output of outputs) {
          const page = await open(client, `/quick-references/${id}${output}`, reader)
          page.assertStatus(404)
        }
      }
    }
    for (const { id } of [draft.program, retired.program]) {
      const page = await open(client, `/quick-references/${id}`, lena)
      page.assertStatus(404)
    }
    const own = await open(client, `/quick-references/${secret.id}`, lena)
    own.assertStatus(200)
  })
})

test.group('A quick reference', (group) => {
  group.each.setup(undone)

  test('is a page with numbers to dial, addresses to open, and the day of its review', async ({
    client,
    assert,
  }) => {
    const { lena, ada } = await theCast()
    const { program } = await aFullRecord(lena)
    await publish(lena, program)
    const before = (await open(client, `/quick-references/${program.id}`, ada)).text()
    assert.include(before, 'Nobody has reviewed it yet.')
    assert.equal(await reviewRecord(lena, program), 'reviewed')
    const page = (await open(client, `/quick-references/${program.id}`, ada)).text()
    for (const part of [
      'href="tel:8605550119"',
      'href="mailto:ada%40example.gov"',
      'href="https://staging.example.gov"',
      'Reviewed on <time',
      'Of the desk:',
      '>Level 2<',
    ]) {
      assert.include(page, part)
    }
    assert.notInclude(page, '/liaison/')
    assert.notInclude(page, 'value="lena"')
    const own = (await open(client, `/quick-references/${program.id}`, lena)).text()
    assert.include(own, `/liaison/programs/${program.id}`)
    assert.include(own, `/liaison/accounts/${lena.id}`)
  })

  test('in other forms says what it is, and stays in no cache', async ({ client, assert }) => {
    const { lena, ada } = await theCast()
    const { program } = await aFullRecord(lena)
    await publish(lena, program)
    for (const [output, type] of [
      ['text', 'text/plain'],
      ['data', 'application/json'],
      ['markdown', 'text/markdown'],
    ]) {
      for (const reader of [undefined, ada]) {
        const page = await open(client, `/quick-references/${program.id}/${output}`, reader)
        assert.include(page.header('content-type'), type)
        assert.include(page.header('cache-control'), 'no-store')
      }
    }
    const data = (await open(client, `/quick-references/${program.id}/data`)).body()
    assert.deepEqual(data.program, { id: program.id, name: 'SRR' })
    assert.deepEqual(data.agency, { name: 'Department of Labor', shortName: 'DOL' })
    assert.equal(data.edition.number, 1)
    assert.equal(data.shownTo, 'public')
    assert.deepEqual(Object.keys(data.entries[0]), ['id', 'kind', 'fields'])
    const desk = data.entries.find(({ kind }: { kind: string }) => kind === 'desk')
    assert.equal(desk.fields.phone, '860-555-0119')
  })

  test('is found by words, agency by agency; looking leaves no mark', async ({ client, assert }) => {
    const { lena, olga } = await theCast()
    const one = await aFullRecord(lena)
    const other = await aFullRecord(lena, 'Claims').then(({ program }) => program)
    const opms = await aProgram(olga, 'DATAPOLICY')
    await anEntry(olga, opms, 'desk', { name: 'OPM Help Desk' })
    for (const program of [one.program, other]) await publish(lena, program)
    await publish(olga, opms)
    const { length } = await AuditEntry.all()
    const found = async (search: string) => {
      const page = (await open(client, `/quick-references?search=${encodeURIComponent(search)}`)).text()
      return [one.program, other, opms].filter(({ id }) => page.includes(id)).map(({ name }) => name)
    }
    assert.deepEqual(await found(''), ['SRR', 'Claims', 'DATAPOLICY'])
    assert.deepEqual(await found('srr'), ['SRR'])
    assert.deepEqual(await found('OPM desk'), ['DATAPOLICY'])
    assert.deepEqual(await found('ada ADAMS claims'), ['Claims'])
    assert.deepEqual(await found('%'), [])
    assert.deepEqual(await found('lena long'), [])
    const page = await open(client, '/quick-references?search[]=x&search[a]=y')
    page.assertStatus(200)
    assert.lengthOf(await AuditEntry.all(), length)
  })

  test('of a suspended agency is not shown', async ({ client, assert }) => {
    const { lena, dol } = await theCast()
    const { program } = await aFullRecord(lena)
    await publish(lena, program)
    await dol.merge({ suspendedAt: Date.now() }).save()
    const page = await open(client, `/quick-references/${program.id}`)
    page.assertStatus(404)
    assert.notInclude((await open(client, '/quick-references')).text(), program.id)
  })
})
