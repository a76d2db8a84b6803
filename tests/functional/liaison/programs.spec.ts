import AuditEntry from '#app/audit/audit_entry'
import { said } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import { publish } from '#app/support/records/publishing'
import QuickReference from '#app/support/records/quick_reference'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { aFullRecord, anEntry, aProgram } from '#tests/support/records'
import { test } from '@japa/runner'

const list = '/liaison/programs'
const done = (event: string) => AuditEntry.query().where({ event, outcome: 'done' })

test.group('The programs of an agency', (group) => {
  group.each.setup(undone)

  test('are begun, listed with their state, renamed, retired and resumed', async ({ assert }) => {
    const { dol, opm, lena } = await theCast()
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(list)
    assert.include(liaison.text, 'Your agency has no program here yet.')
    await liaison.open(`${list}/new`)
    await liaison.send(list, { name: ' SRR ', organization_id: opm.id, organizationId: opm.id })
    assert.include(liaison.text, 'Began the quick reference of SRR.')
    assert.include(liaison.text, 'Draft, not published')
    const program = await Program.firstOrFail()
    assert.equal(program.organizationId, dol.id)
    assert.equal(program.createdBy, lena.id)
    assert.equal(program.name, 'SRR')
    const page = `${list}/${program.id}`

    await liaison.send(`${page}/publications`)
    assert.include(liaison.text, 'Published. Each field is shown to whom it is for.')
    await liaison.send(`${page}/publications`)
    assert.include(liaison.text, 'It was published already.')
    assert.lengthOf(await done('quick_reference.published'), 1)
    await liaison.open(list)
    assert.match(liaison.text, /SRR 1 .*, Lena Long Published/)

    await liaison.open(`${page}/name`)
    await liaison.send(`${page}/name?_method=PUT`, { name: 'SRR 2' })
    assert.include(liaison.text, 'It is called SRR 2 from now on.')
    await liaison.send(`${page}/name?_method=PUT`, { name: 'SRR 2' })
    assert.include(liaison.text, 'It is called so already.')
    assert.lengthOf(await done('program.renamed'), 1)

    await liaison.open(`${page}/retirements/new`)
    await liaison.send(`${page}/retirements`)
    assert.include(liaison.text, 'Retired SRR 2.')
    await liaison.send(`${page}/retirements`)
    assert.include(liaison.text, 'It was retired already.')
    await liaison.open(page)
    assert.include(liaison.text, 'This program is retired')
    await liaison.send(`${page}/resumptions`)
    assert.include(liaison.text, 'Resumed SRR 2.')
    await liaison.send(`${page}/resumptions`)
    assert.include(liaison.text, 'It was not retired.')
    assert.lengthOf(await done('program.retired'), 1)
    assert.lengthOf(await done('program.resumed'), 1)
  })

  test('a name that is empty, too long or taken comes back with what was typed', async ({
    assert,
  }) => {
    const { lena, olga } = await theCast()
    await aProgram(lena)
    await aProgram(olga, 'DATAPOLICY')
    const liaison = await FormBrowser.signIn('lena')
    for (const name of ['', ' ', 'x'.repeat(101), 'srr']) {
      await liaison.open(`${list}/new`)
      await liaison.send(list, { name })
      assert.include(liaison.text, 'There is a problem', name)
      if (name.trim()) assert.include(liaison.html, `value="${name}"`)
    }
    assert.lengthOf(await Program.all(), 2)
    await liaison.send(list, { name: 'DATAPOLICY' })
    assert.lengthOf(await Program.all(), 3)
  })

  test('a copy is one of its own: its entries have new ids and name each other', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const { program, desk } = await aFullRecord(lena)
    await publish(lena, program)
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`${list}/new?from=${program.id}`)
    assert.include(liaison.html, `value="${program.id}" selected`)
    await liaison.send(list, { name: 'SRR for partners', from: program.id })
    assert.include(liaison.text, 'Began the quick reference of SRR for partners.')

    const copy = await Program.findByOrFail('name', 'SRR for partners')
    const [before, after] = [(await program.published())!.entries, (await copy.draft())!.entries]
    assert.deepEqual(
      after.map(({ kind }) => kind),
      before.map(({ kind }) => kind)
    )
    assert.isEmpty(after.filter(({ id }) => before.some((entry) => entry.id === id)))
    const own = after.find(({ kind }) => kind === 'desk')!
    assert.notEqual(own.id, desk.id)
    assert.equal(
      said(
        after.find(({ kind }) => kind === 'contact')!,
        'desk'
      ),
      own.id
    )
    assert.equal(
      said(
        after.find(({ kind }) => kind === 'level')!,
        'primary'
      ),
      own.id
    )
  })

  test('nothing of another agency is copied, seen or changed', async ({ client, assert }) => {
    const { lena, olga, ada, otto } = await theCast()
    const { program, owner } = await aFullRecord(lena)
    await publish(lena, program)
    const page = `${list}/${program.id}`
    const entry = `${page}/entries/${owner.id}`
    const edition = (await program.published())!
    const gets = [
      ...[page, `${page}/name`, `${page}/retirements/new`, `${page}/preview`],
      ...[`${page}/draft-discards/new`, `${page}/editions`, `${page}/editions/${edition.id}`],
      ...[`${page}/entries/new?kind=owner`, `${entry}/edit`, `${page}/imports/new`],
    ]
    const posts: [string, Record<string, string>][] = [
      [list, { name: 'Copy', from: program.id }],
      [`${page}/name?_method=PUT`, { name: 'Mine' }],
      [`${page}/retirements`, {}],
      [`${page}/resumptions`, {}],
      [`${page}/publications`, {}],
      [`${page}/draft-discards`, {}],
      [`${page}/entries?kind=owner`, { name: 'Otto Orr' }],
      [`${entry}?_method=PUT`, { name: 'Otto Orr' }],
      [`${entry}/removals`, {}],
      [`${entry}/restorations`, {}],
      [`${entry}/moves`, { way: 'up' }],
      [`${page}/imports/previews`, { table: '| Notes | x |' }],
      [`${page}/imports`, { table: '| Note | x |', manner: 'replace' }],
    ]
    const helper = await person(await lena.organization, 'hank', 'Hank Hall', 'help_desk')
    for (const [who, status] of [
      [olga, 404],
      [ada, 403],
      [otto, 403],
      [helper, 403],
    ] as const) {
      await signedIn(who)
      for (const path of gets) {
        const response = await client.get(path).loginAs(who).redirects(0)
        assert.equal(response.status(), status, `${who.username} ${path}`)
      }
      for (const [path, form] of posts) {
        const response = await client
          .post(path)
          .form(form)
          .loginAs(who)
          .withCsrfToken()
          .redirects(0)
        assert.equal(response.status(), status, `${who.username} ${path}`)
      }
    }
    assert.lengthOf(await Program.all(), 1)
    assert.lengthOf(await QuickReference.all(), 1)
    await program.refresh()
    assert.equal(program.name, 'SRR')
    assert.isNull(program.retiredAt)
  })
})

test.group('The draft of a quick reference', (group) => {
  group.each.setup(undone)

  test('shows as each audience would see it, and is discarded after a question', async ({
    assert,
  }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    await anEntry(
      lena,
      program,
      'owner',
      { name: 'Ada Adams', phone: '860-555-0101', email: 'mark@example.gov' },
      { phone: 'signed_in', email: 'staff' }
    )
    const liaison = await FormBrowser.signIn('lena')
    const page = `${list}/${program.id}`
    const seen = async (as: string) => {
      await liaison.open(`${page}/preview?as=${as}`)
      return ['Ada Adams', '860-555-0101', 'mark@example.gov'].filter((words) =>
        liaison.text.includes(words)
      )
    }
    assert.lengthOf(await seen('public'), 1)
    assert.lengthOf(await seen('signed_in'), 2)
    assert.lengthOf(await seen('staff'), 3)
    assert.lengthOf(await seen('whatever'), 1)

    await liaison.open(`${page}/draft-discards/new`)
    assert.include(liaison.text, 'Nothing was published yet')
    await liaison.send(`${page}/draft-discards`)
    assert.include(liaison.text, 'There is no draft that could be discarded.')
    assert.lengthOf((await program.draft())!.entries, 1)

    await publish(lena, program)
    await anEntry(lena, program, 'owner', { name: 'Mistake' })
    await liaison.open(`${page}/draft-discards/new`)
    assert.include(liaison.text, 'Added: Business program owner Mistake')
    await liaison.send(`${page}/draft-discards`)
    assert.include(liaison.text, 'Discarded the draft.')
    assert.isNull(await program.draft())
    assert.lengthOf(await done('quick_reference.discarded'), 1)
  })

  test('says of each part what belongs there, and leads to its form', async ({ assert }) => {
    const { lena } = await theCast()
    const program = await aProgram(lena)
    const liaison = await FormBrowser.signIn('lena')
    await liaison.open(`${list}/${program.id}`)
    for (const heading of [
      ...['Business Program Owner(s)', 'Delegated Administrators', 'Production Environment'],
      ...['Staging Environment', 'Support &amp; Incident Escalation', 'Escalation'],
      ...['Additional Resources', 'Notes'],
    ]) {
      assert.include(liaison.html, `">${heading}</h2>`)
    }
    for (const kind of [
      'owner',
      'administrator',
      'production',
      'staging',
      'desk',
      'contact',
      'level',
      'resource',
      'note',
    ]) {
      assert.include(liaison.html, `/entries/new?kind=${kind}"`)
      const form = await liaison.open(`${list}/${program.id}/entries/new?kind=${kind}`)
      assert.equal(form.status, 200)
      await liaison.open(`${list}/${program.id}`)
    }
  })
})
