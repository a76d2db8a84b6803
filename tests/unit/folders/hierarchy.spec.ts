import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import FolderPlace from '#app/folders/tree/folder_place'
import { hierarchyText, readHierarchy } from '#app/folders/tree/hierarchy'
import { makeHierarchy, previewHierarchy } from '#app/folders/tree/hierarchy_making'
import { noGround, planHierarchy } from '#app/folders/tree/hierarchy_plan'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

const namesOf = (text: string) => readHierarchy(text).map(({ names }) => names.join('/'))
const problemsOf = (text: string) => readHierarchy(text).map(({ problem }) => problem)

test.group('A hierarchy as a text', () => {
  test('blanks, tabs and paths say the same', ({ assert }) => {
    const expected = ['A', 'A/B', 'A/B/C', 'D']
    assert.deepEqual(namesOf('A\n  B\n    C\nD'), expected)
    assert.deepEqual(namesOf('A\r\n\tB\r\n\t\tC\r\nD\r\n'), expected)
    assert.deepEqual(namesOf('A\nA/B\nA\\B\\C\nD/'), expected)
    assert.deepEqual(namesOf('A\n  B/C\n    D\n'), ['A', 'A/B/C', 'A/B/C/D'])
    assert.deepEqual(problemsOf('A\n  B/C\n    D\n'), [undefined, undefined, undefined])
  })

  test('empty lines and blanks at the end of a line are no folders', ({ assert }) => {
    assert.deepEqual(namesOf('\n  \nA  \n\n  B\t\n'), ['A', 'A/B'])
  })

  for (const [text, at, why] of [
    ['A\n B', 1, 'two blanks or one tab'],
    ['A\n    B', 1, 'more than one level'],
    ['  A', 0, 'more than one level'],
    ['A:\n  B', 1, 'Mend the line above'],
    ['A:\n  B', 0, 'which Windows refuses'],
    ['A//B', 0, 'a name before and after each slash'],
    ['/', 0, 'a name before and after each slash'],
    ['A / B', 0, 'begins or ends with a blank'],
    ['A/con', 0, 'for a device'],
    ['A\n  /A/B', 1, 'is not indented'],
  ] as const) {
    test(`a line says what is wrong with it: ${JSON.stringify(text)}, ${at}`, ({ assert }) => {
      assert.include(problemsOf(text)[at], why)
    })
  }

  test('what is read is written the same way', ({ assert }) => {
    const rows = readHierarchy('A\n  B\n    C\n  D\nE').map(({ names }) => ({
      name: names.at(-1)!,
      level: names.length - 1,
    }))
    assert.equal(hierarchyText(rows), 'A\n  B\n    C\n  D\nE')
  })

  test('a template names no place', ({ assert }) => {
    const [line] = planHierarchy('/DOL/X', noGround).lines
    assert.include(line.problem, 'leave the first slash out')
  })
})

test.group('Making a hierarchy', (group) => {
  group.each.setup(undone)

  const live = async () => (await Folder.query().whereNull('ownerId')).length

  test('what is there is reused, whatever its capitals; each line says what happens', async ({
    assert,
  }) => {
    const { lena, root } = await theCast()
    const text = 'srr\n  Incoming\n  New\n    Deep/Deeper\nSRR/new/Deep\n/DOL/Other'
    const before = await live()
    const plan = await previewHierarchy(lena, root, text)
    assert.deepEqual(
      plan.lines.map(({ outcome }) => outcome),
      ['there', 'there', 'made', 'made', 'above', 'made']
    )
    assert.equal(plan.lines[3].path, '/DOL/srr/New/Deep/Deeper')
    assert.isTrue(plan.isSound)
    assert.equal(await live(), before)

    await makeHierarchy(lena, root, text)
    assert.equal(await live(), before + 4)
    const deeper = await Folder.findByOrFail('name', 'Deeper')
    assert.equal(await deeper.path(), '/DOL/SRR/New/Deep/Deeper')
    const place = await FolderPlace.findByOrFail('folderId', deeper.id)
    assert.include(place.toJSON(), { parentId: deeper.parentId, createdAt: deeper.createdAt })
    const entries = await AuditEntry.query().where({ event: 'folder.created', actorId: lena.id })
    assert.lengthOf(entries, 4)

    const again = await makeHierarchy(lena, root, text)
    assert.lengthOf(again.folders, 0)
    assert.equal(await live(), before + 4)
  })

  test('one bad line, and nothing is made', async ({ assert }) => {
    const { lena, root } = await theCast()
    const before = await live()
    const plan = await makeHierarchy(lena, root, 'A\nB\nC?\nD')
    assert.isFalse(plan.isSound)
    assert.equal(await live(), before)
    assert.lengthOf(await AuditEntry.query().where('actorId', lena.id), 0)
  })

  test('500 folders fit at once, 501 do not, and an empty text makes none', async ({ assert }) => {
    const { lena, srr } = await theCast()
    const lines = Array.from({ length: 501 }, (_, at) => `Year ${at % 10}/Case ${at}`)
    const tooMany = await makeHierarchy(lena, srr, lines.slice(0, 491).join('\n'))
    assert.include(tooMany.problem, '501 new folders, and 500 are the most')
    assert.include((await makeHierarchy(lena, srr, '\n\n')).problem, 'at least one folder')

    const plan = await makeHierarchy(lena, srr, lines.slice(0, 490).join('\n'))
    assert.isTrue(plan.isSound)
    assert.lengthOf(plan.folders, 500)
    const made = await Folder.query().where('lineage', 'like', `${srr.lineage}%`)
    assert.lengthOf(made, 502)
    for (const { id, parentId, lineage } of made.filter(({ name }) => name.startsWith('Case'))) {
      const parent = made.find((folder) => folder.id === parentId)!
      assert.equal(lineage, `${parent.lineage}${id}/`)
    }
  })

  test('a path has 254 characters at most, and 50 levels', async ({ assert }) => {
    const { lena, root } = await theCast()
    const fits = 'x'.repeat(254 - '/DOL/'.length)
    assert.isTrue((await previewHierarchy(lena, root, fits)).isSound)
    const [line] = (await previewHierarchy(lena, root, `${fits}y`)).lines
    assert.include(line.problem, 'would be 255 characters long, and 254 are the most')
    const deep = Array.from({ length: 49 }, () => 'a').join('/')
    assert.isTrue((await makeHierarchy(lena, root, deep)).isSound)
    const [last] = (await previewHierarchy(lena, root, `${deep}/a`)).lines
    assert.include(last.problem, '51 levels deep')
  })

  test('a path from the top must lie below the folder at hand', async ({ assert }) => {
    const { lena, srr } = await theCast()
    const plan = await previewHierarchy(lena, srr, '/DOL/srr/New\n/DOL/Other\n/OPM/X\n/DOL/SRR')
    assert.deepEqual(
      plan.lines.map(({ outcome }) => outcome),
      ['made', 'problem', 'problem', 'problem']
    )
    assert.include(plan.lines[1].problem, 'does not lie below /DOL/SRR')
  })

  test('another agency’s liaison makes nothing', async ({ assert }) => {
    const { olga, ada, root } = await theCast()
    const before = await live()
    await assert.rejects(() => makeHierarchy(olga, root, 'A'), /nothing of that kind/)
    await assert.rejects(() => makeHierarchy(ada, root, 'A'), /Only an SFT Liaison/)
    await assert.rejects(() => previewHierarchy(olga, root, 'A'), /nothing of that kind/)
    assert.equal(await live(), before)
  })
})
