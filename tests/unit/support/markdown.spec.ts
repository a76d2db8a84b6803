import type Account from '#app/accounts/account'
import { publish } from '#app/support/records/publishing'
import { applyImport, readImport } from '#app/support/markdown/import'
import { markdownOf } from '#app/support/markdown/as_markdown'
import { cellsOf, readLine, written } from '#app/support/markdown/cells'
import type { Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { inOrder, said } from '#app/support/records/entry'
import { recordFor } from '#app/support/records/reading'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFullRecord, anEntry, aProgram } from '#tests/support/records'
import { serviceGuideTable } from '#tests/support/service_guide_table'
import { test } from '@japa/runner'

/** Entries without their ids: what is named by one is written as the name. */
function told(entries: Entry[]) {
  const names = new Map(entries.map((entry) => [entry.id, `${entry.kind} ${said(entry, 'name')}`]))
  return inOrder(entries).map(({ kind, fields }) => ({
    kind,
    fields: Object.fromEntries(
      Object.entries(fields)
        .map(
          ([name, { value, audience }]) =>
            [name, { value: names.get(value) ?? value, audience }] as const
        )
        .sort(([one], [other]) => (one < other ? -1 : 1))
    ),
  }))
}

const draftOf = async (program: Program) => (await program.draft())?.entries ?? []
const exported = async (by: Account, program: Program) =>
  markdownOf(await recordFor(by, program.id))

test.group('The table of the service guide', (group) => {
  group.each.setup(undone)

  test('is understood as it stands, and what is not is said line by line', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const found = await readImport(lena, program, serviceGuideTable)
    const says = told(found.entries).map(({ kind, fields }) => [
      kind,
      Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
    ])
    assert.deepEqual(says, [
      [
        'owner',
        {
          name: 'Andrew Condon',
          phone: '860-263-6281',
          postalAddress: '200 Folly Brook Boulevard, Wethersfield, CT 06109',
        },
      ],
      [
        'production',
        {
          administration: 'https://159.247.3.180:444/coreadmin/auth/login.jspx',
          uploadTarget: 'https://SecureTransport.ct.gov',
          version: 'Secure Transport 5.3.0',
        },
      ],
      [
        'staging',
        {
          administration: 'https://159.247.3.179:444/coreadmin/auth/login.jspx',
          uploadTarget: 'https://SecureTransport.ct.gov',
          version: 'Secure Transport 5.3.0',
        },
      ],
      ['desk', { address: 'https://dol-ap0141/MRcgi/MRentrancePage.pl', name: 'DOL Service Desk' }],
      ['desk', { name: 'BITS Service Desk' }],
      ['contact', { desk: 'desk DOL Service Desk', name: 'Jackie Russo' }],
      [
        'resource',
        { address: 'https://159.247.3.180:444/help/Default.htm', name: 'AXWAY On-Line Help' },
      ],
      ['note', { text: 'Reviewed on June 29, 2022' }],
    ])
    assert.equal(found.reviewedOn, 'June 29, 2022')
    assert.deepEqual(
      found.empty.map(({ line, label }) => [line, label]),
      [
        [6, 'Delegated Administrators'],
        [16, 'BITS Service Desk'],
        [17, 'BITS Contacts'],
      ]
    )
    assert.deepEqual(found.remarks, [
      {
        line: 13,
        text: 'Secure Transport 5.3.0',
        problem: 'Nothing belongs beside the heading “Support & Incident Escalation”.',
      },
    ])
    assert.deepEqual(await draftOf(program), [])
  })

  test('publishes no administration page by an import: it is for staff until somebody says otherwise', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    assert.deepEqual(await applyImport(lena, program, serviceGuideTable, 'add'), { entered: 8 })
    const administration = (await draftOf(program)).map(({ fields }) => fields.administration)
    assert.deepEqual(
      administration.filter(Boolean).map((value) => value!.audience),
      ['staff', 'staff']
    )
  })
})

test.group('A quick reference as a Markdown table', (group) => {
  group.each.setup(undone)

  test('comes back from an import as it was, to the audience of each field', async ({ assert }) => {
    const { lena } = await theCast()
    const { program, desk } = await aFullRecord(lena)
    await anEntry(lena, program, 'desk', { name: 'DOL Service Desk', phone: '860-555-0555' })
    await anEntry(
      lena,
      program,
      'owner',
      { name: 'Notes: Unit 5', email: 'unit@example.gov' },
      { name: 'staff', email: 'public' }
    )
    await anEntry(
      lena,
      program,
      'contact',
      { name: 'Kim', desk: desk.id },
      { name: 'staff', desk: 'staff' }
    )
    await anEntry(lena, program, 'resource', {
      name: 'a|b\\',
      address: 'https://x.example/?a=1&b=_2_',
    })
    await anEntry(
      lena,
      program,
      'resource',
      { name: 'Additional Resources', address: 'https://y.example/' },
      { address: 'staff' }
    )
    await anEntry(
      lena,
      program,
      'note',
      { text: '<!-- public --> &lt; \\| <br>' },
      { text: 'signed_in' }
    )
    await publish(lena, program)
    const markdown = await exported(lena, program)
    const other = await aProgram(lena, 'Copy')
    const found = await readImport(lena, other, markdown)
    assert.deepEqual(found.remarks, [])
    await applyImport(lena, other, markdown, 'replace')
    assert.deepEqual(
      told(await draftOf(other)),
      told(await draftOf(program).then(async () => (await program.published())!.entries))
    )
  })

  test('imported into the record that it came from changes nothing', async ({ assert }) => {
    const { lena } = await theCast()
    const { program } = await aFullRecord(lena)
    await publish(lena, program)
    const before = (await program.published())!.entries
    const markdown = await exported(lena, program)
    await applyImport(lena, program, markdown, 'add')
    assert.isNull(await program.draft())
    await applyImport(lena, program, markdown, 'replace')
    const after = (await program.draft())?.entries ?? before
    assert.deepEqual(told(after), told(before))
    assert.sameMembers(
      after.map(({ id }) => id),
      before.map(({ id }) => id)
    )
  })

  test('replaces all, or adds what is not there', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const owner = await anEntry(lena, program, 'owner', {
      name: 'Andrew Condon',
      phone: '860-555-0000',
    })
    await anEntry(lena, program, 'owner', { name: 'Ada Adams' })
    await applyImport(lena, program, serviceGuideTable, 'add')
    const added = await draftOf(program)
    assert.lengthOf(added, 9)
    assert.equal(
      said(
        added.find(({ id }) => id === owner.id)!,
        'phone'
      ),
      '860-555-0000'
    )
    await applyImport(lena, program, serviceGuideTable, 'replace')
    const replaced = await draftOf(program)
    assert.lengthOf(replaced, 8)
    assert.equal(
      said(
        replaced.find(({ id }) => id === owner.id)!,
        'phone'
      ),
      '860-263-6281'
    )
  })

  test('what cannot be kept is left out and said; the rest comes', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const table = [
      'We all know this one.',
      '| Something else | x |',
      '| Delegated Administrators | Lena Long<br>User name: nobody<br>Phone: none |',
      '| **Production Environment** | |',
      '| Administration: | javascript:alert(1) |',
      '| Color: | blue |',
      '| **Escalation** | |',
      '| Level 1 | From severity: Incident<br>First call: Nobody<br>Minutes to wait before the next level: 15 |',
      '| Business Program Owner(s) | Phone: 860-555-0199 |',
    ].join('\n')
    const { entries, remarks } = await readImport(lena, program, table)
    assert.deepEqual(
      told(entries).map(({ kind, fields }) => [kind, Object.keys(fields)]),
      [['administrator', ['name']]]
    )
    assert.deepEqual(
      remarks.map(({ line, text }) => [line, text]),
      [
        [1, 'We all know this one.'],
        [2, 'Something else'],
        [3, 'nobody'],
        [3, 'none'],
        [5, 'javascript:alert(1)'],
        [6, 'Color'],
        [8, 'Nobody'],
        [9, ''],
      ]
    )
  })

  test('no sign of a cell is taken for more than itself', ({ assert }) => {
    for (const text of [
      'a|b',
      '\\',
      '\\|',
      '**x**',
      '<br>',
      '&amp;',
      '&lt;br&gt;',
      '[a](b)',
      '#1',
      '~~x~~',
      '_x_',
      '`x`',
      '<https://x.example/>',
      'https://x.example/a_b*c*',
    ]) {
      const line = written({ text, audience: 'staff' })
      assert.lengthOf(cellsOf(`| ${line} | y |`), 2, text)
      assert.deepEqual(readLine(line), { text, audience: 'staff' }, line)
    }
  })

  test('nobody else’s record takes one', async ({ assert }) => {
    const { lena, ada, olga, otto } = await theCast()
    const program = await aProgram(lena)
    for (const stranger of [ada, olga, otto]) {
      await assert.rejects(() => readImport(stranger, program, serviceGuideTable))
      await assert.rejects(() => applyImport(stranger, program, serviceGuideTable, 'add'))
    }
    assert.deepEqual(await draftOf(program), [])
  })
})
