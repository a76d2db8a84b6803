import { theService } from '#app/audit/actor'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import Folder from '#app/folders/folder'
import { lookUp } from '#app/support/lookup/lookup'
import { wordsIn } from '#app/support/lookup/plain_words'
import { slipsBetween } from '#app/support/lookup/slips'
import { now } from '#app/shared/clock'
import { agency, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { titlesFor } from '#tests/support/lookup'
import { theHelpDesk } from '#tests/support/help_desk'
import { aPartner } from '#tests/support/partner'
import { somePeople } from '#tests/support/people'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

async function world() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  await cast.ada.merge({ phone: '(860) 263-6281', title: 'Wage analyst' }).save()
  return { ...cast, find: (typed: string) => titlesFor(cast.hank, typed) }
}

test.group('The help desk’s search', (group) => {
  group.each.setup(undone)

  test('finds {title} by “{typed}”')
    .with([
      { typed: 'ada', title: 'Ada Adams' },
      { typed: 'ADA', title: 'Ada Adams' },
      { typed: 'adams ada', title: 'Ada Adams' },
      { typed: 'ada@example.gov', title: 'Ada Adams' },
      { typed: 'ada@', title: 'Ada Adams' },
      { typed: 'analyst', title: 'Ada Adams' },
      { typed: 'ada dol', title: 'Ada Adams' },
      { typed: 'ams', title: 'Ada Adams' },
      { typed: 'ad ad', title: 'Ada Adams' },
      { typed: '860-263-6281', title: 'Ada Adams' },
      { typed: '(860) 263 6281', title: 'Ada Adams' },
      { typed: '+1.860.263.6281', title: 'Ada Adams' },
      { typed: '2636281', title: 'Ada Adams' },
      { typed: '860-263-6281, option 9', title: 'Ada Adams' },
      { typed: '6281 adams', title: 'Ada Adams' },
      { typed: 'lena lang', title: 'Lena Long' },
      { typed: 'adn adams', title: 'Ada Adams' },
      { typed: 'Aad Addams', title: 'Ada Adams' },
      { typed: 'srr incomming', title: '/DOL/SRR/Incoming' },
      { typed: '/dol/srr/incoming', title: '/DOL/SRR/Incoming' },
      { typed: 'incoming srr', title: '/DOL/SRR/Incoming' },
      { typed: 'departmnet of labr', title: 'Department of Labor' },
      { typed: 'labor', title: 'Department of Labor' },
    ])
    .run(async ({ assert }, { typed, title }) => {
      const { find } = await world()
      assert.equal((await find(typed))[0], title)
    })

  test('what alone is called so comes first, then beginnings, then what holds it', async ({
    assert,
  }) => {
    const { dol, find } = await world()
    await person(dol, 'malong', 'Mary Palongo')
    await person(dol, 'l.tall', 'Lee Longfellow')
    await person(dol, 'long', 'Zoe Zinn')
    assert.deepEqual(await find('long'), [
      'Zoe Zinn',
      'Lena Long',
      'Lee Longfellow',
      'Mary Palongo',
    ])
    assert.deepEqual(await find('dol'), [
      'Department of Labor',
      '/DOL',
      'Ada Adams',
      'Lee Longfellow',
      'Lena Long',
      'Mary Palongo',
      'Zoe Zinn',
      '/DOL/SRR',
      '/DOL/SRR/Incoming',
    ])
  })

  test('what is spelled alike is found only when too little is spelled so', async ({ assert }) => {
    const { dol, find, hank } = await world()
    for (const name of ['Ann', 'Bea', 'Cleo', 'Dora', 'Eve']) {
      await person(dol, `${name}.lang`.toLowerCase(), `${name} Lang`)
    }
    assert.notInclude(await find('lang'), 'Lena Long')
    assert.deepEqual(await find('lena lang'), ['Lena Long'])
    assert.isTrue((await lookUp(hank, 'lena lang')).isGuess)
    assert.isFalse((await lookUp(hank, 'eve lang')).isGuess)
    await person(dol, 'lung', 'Zoe Zinn')
    assert.deepEqual(await find('lung'), ['Zoe Zinn'])
  })

  test('nothing is found by what nothing is like', async ({ assert }) => {
    const { find, hank } = await world()
    for (const typed of [
      'zzyzx',
      'ada zzyzx',
      '',
      ' ',
      '%',
      '_',
      '"',
      '*',
      "'",
      '\0',
      'a'.repeat(900),
    ]) {
      assert.deepEqual(await find(typed), [], typed)
    }
    const findings = await lookUp(hank, 'zzyzx')
    assert.include(findings, { isMore: false, isGuess: false })
  })

  test('signs that mean something to a database are looked for as they are', async ({ assert }) => {
    const { dol, find } = await world()
    await person(dol, 'odd', 'Odd O’Brien-Näf 100%')
    for (const typed of [
      "o'brien",
      'obrien',
      'näf',
      'NÄF obrien',
      'naf',
      '100%',
      '" OR odd',
      'brien naf',
    ]) {
      assert.deepEqual(
        await find(typed),
        typed === '" OR odd' ? [] : ['Odd O’Brien-Näf 100%'],
        typed
      )
    }
  })

  test('at most twenty are shown, and it says when there are more', async ({ assert }) => {
    const { lena, hank } = await world()
    await somePeople(lena, 300)
    await db
      .from('accounts')
      .whereLike('username', 'person.%')
      .update({ search_key: 'one of many' })
    const { hits, isMore } = await lookUp(hank, 'many')
    assert.lengthOf(hits, 20)
    assert.isTrue(isMore)
    const few = await lookUp(hank, 'ada adams')
    assert.isFalse(few.isMore)
    assert.equal((await lookUp(hank, 'ada'))?.hits[0].title, 'Ada Adams')
  })

  test('words are taken apart as the database takes them apart', async ({ assert }) => {
    const { dol } = await theCast()
    const name = 'A.b,c;d:e/f\\g@h_i-j(k)l[m]n"o&p+q!r*s|t<u>v=w–x—y\u00a0z ’aa ’bb'
    const account = await person(dol, 'signs', name)
    const [{ words }] = await db.from('lookup_entries').where('subject_id', account.id)
    const kept = words.split(' ').filter(Boolean)
    assert.includeMembers(kept, wordsIn(name))
    assert.sameMembers([...new Set(kept)], wordsIn(`${name} signs signs@example.gov dol`))
  })

  test('between “{one}” and “{other}” lie {slips} slips')
    .with([
      { one: 'ada', other: 'ada', slips: 0 },
      { one: 'adn', other: 'ada', slips: 1 },
      { one: 'aad', other: 'ada', slips: 1 },
      { one: 'incomming', other: 'incoming', slips: 1 },
      { one: 'lang', other: 'long', slips: 1 },
      { one: 'kitten', other: 'sitting', slips: 3 },
    ])
    .run(({ assert }, { one, other, slips }) => {
      assert.equal(slipsBetween(one, other), slips)
      assert.equal(slipsBetween(other, one), slips)
    })
})

test.group('The help desk’s search keeps up', (group) => {
  group.each.setup(undone)

  test('a person is found by the new name only', async ({ assert }) => {
    const { ada, find } = await world()
    await ada
      .merge({ fullName: 'Ada Brown', username: 'ada.brown', usernameKey: 'ada.brown' })
      .save()
    assert.deepEqual(await find('adams'), [])
    assert.deepEqual(await find('brown'), ['Ada Brown'])
    assert.deepEqual(await find('ada.brown'), ['Ada Brown'])
    await ada.merge({ phone: '203 555 0100' }).save()
    assert.deepEqual(await find('263-6281'), [])
    assert.deepEqual(await find('5550100'), ['Ada Brown'])
  })

  test('whoever cannot sign in any more is found, and it is said', async ({ assert }) => {
    const { ada, dol, otto, opm, hank } = await world()
    const state = async (typed: string) => (await lookUp(hank, typed)).hits[0].state
    assert.isNull(await state('ada'))
    await ada.merge({ deactivatedAt: now() }).save()
    assert.equal(await state('ada'), 'Deactivated')
    await otto.merge({ endsAt: now() - 1 }).save()
    assert.equal(await state('otto'), 'Ended')
    await otto.merge({ endsAt: null }).save()
    await opm.merge({ suspendedAt: now() }).save()
    assert.equal(await state('otto'), 'Organization suspended')
    assert.equal(await state('opm'), 'Suspended')
    assert.isNull(await state(dol.shortName))
  })

  test('an account that was taken back is found no more', async ({ assert }) => {
    const { ada, find } = await world()
    await ada.merge({ username: 'ada#0123', usernameKey: 'ada#0123' }).save()
    assert.deepEqual(await find('adams'), [])
  })

  test('an organization is found by the new name only', async ({ assert }) => {
    const { opm, find } = await world()
    await opm
      .merge({ name: 'Office of Plans', nameKey: 'office of plans', phone: '860 555 0199' })
      .save()
    assert.deepEqual(await find('management'), [])
    assert.deepEqual(await find('plans'), ['Office of Plans'])
    assert.deepEqual(await find('860-555-0199'), ['Office of Plans'])
    await aPartner()
    assert.equal((await find('riverside'))[0], 'Riverside Data Services')
  })

  test('a folder is found where it stands now', async ({ assert }) => {
    const { srr, incoming, root, find } = await world()
    await srr.merge({ name: 'Wages', nameKey: 'wages' }).save()
    assert.notInclude((await find('srr')).join(), 'SRR')
    assert.deepEqual(await find('wages incoming'), ['/DOL/Wages/Incoming'])
    await incoming.merge({ parentId: root.id, lineage: `${root.lineage}${incoming.id}/` }).save()
    assert.deepEqual(await find('incoming'), ['/DOL/Incoming'])
    await incoming.merge({ description: 'Quarterly figures' }).save()
    assert.deepEqual(await find('quarterly'), ['/DOL/Incoming'])
  })

  test('a deleted folder is not found, nor what lies below it, until it is recovered', async ({
    assert,
  }) => {
    const { lena, srr, find } = await world()
    await deleteFolder(lena, srr)
    assert.notInclude((await find('srr')).join(), 'SRR')
    assert.deepEqual(await find('incoming'), [])
    await Folder.query().update({ deletionId: null })
    assert.includeMembers(await find('srr'), ['/DOL/SRR', '/DOL/SRR/Incoming'])
  })

  test('home folders are nobody’s to find, nor what lies in them', async ({ assert }) => {
    const { adasHome, dol, find } = await world()
    await Folder.make(theService, { name: 'Diary', organizationId: dol.id, parent: adasHome })
    assert.deepEqual(await find('diary'), [])
    assert.deepEqual(await find('ada'), ['Ada Adams'])
  })

  test('what is deleted for good leaves nothing', async ({ assert }) => {
    const { find } = await world()
    const gone = await agency('Office of Nothing', 'NOTHING')
    await db.from('application_subscriptions').where('organization_id', gone.id).delete()
    assert.deepEqual(await find('nothing'), ['Office of Nothing'])
    await gone.delete()
    assert.deepEqual(await find('nothing'), [])
  })
})
