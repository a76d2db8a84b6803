import Folder from '#app/folders/folder'
import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import { makeFolder } from '#app/folders/tree/folder_making'
import { moveFolder } from '#app/folders/tree/folder_move'
import FolderPlace from '#app/folders/tree/folder_place'
import { recoverFolder } from '#app/folders/tree/folder_recovery'
import { renameFolder } from '#app/folders/tree/folder_renaming'
import { openTree } from '#app/folders/tree/tree'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>
type Random = ReturnType<typeof chance>

const nodes = () => Folder.query().whereNull('ownerId')

/** One step that a liaison may try; what is refused must change nothing. */
async function step({ lena }: Cast, random: Random) {
  const all = await nodes()
  const live = all.filter(({ isDeleted }) => !isDeleted)
  const below = live.filter(({ isRoot }) => !isRoot)
  const what = below.length ? random.below(10) : 0
  if (what < 3) await makeFolder(lena, random.one(live), `n${random.below(12)}`)
  else if (what < 7) await moveFolder(lena, random.one(below), random.one(live))
  else if (what < 8) await renameFolder(lena, random.one(below), `n${random.below(12)}`)
  else if (what < 9) await deleteFolder(lena, random.one(below))
  else await recoverOne(lena, random)
}

async function recoverOne(lena: Cast['lena'], random: Random) {
  const open = await FolderDeletion.query().withScopes((scopes) => scopes.open())
  if (open.length) await recoverFolder(lena, random.one(open), `r${random.below(1000)}`)
}

/** The chain of parents, as the rows tell it. */
function chainOf(folder: Folder, byId: Map<string, Folder>): string[] {
  const parent = folder.parentId && byId.get(folder.parentId)
  return parent ? [...chainOf(parent, byId), folder.id] : [folder.id]
}

async function faults() {
  const all = await nodes()
  const byId = new Map(all.map((folder) => [folder.id, folder]))
  const places = await FolderPlace.query().whereNull('endedAt')
  const placeOf = new Map(places.map(({ folderId, parentId }) => [folderId, parentId]))
  const names = new Set<string>()
  const found: string[] = []
  for (const folder of all) {
    const chain = chainOf(folder, byId)
    if (folder.lineage !== `/${chain.join('/')}/`) found.push(`lineage of ${folder.name}`)
    if (placeOf.get(folder.id) !== folder.parentId) found.push(`place of ${folder.name}`)
    const isUnderDeleted = chain.slice(0, -1).some((id) => byId.get(id)!.isDeleted)
    if (isUnderDeleted && !folder.isDeleted) found.push(`${folder.name} lives below a deleted one`)
    const key = `${folder.parentId}/${folder.nameKey}`
    if (!folder.isDeleted && names.has(key)) found.push(`${folder.name} twice`)
    if (!folder.isDeleted) names.add(key)
  }
  return found
}

test.group('The tree after whatever was done to it', (group) => {
  group.each.setup(undone)

  for (const seed of [1, 2, 3, 4]) {
    test(`lineages are the chains of parents, and names stand once (seed ${seed})`, async ({
      assert,
    }) => {
      const cast = await theCast()
      const random = chance(seed)
      for (let at = 0; at < 60; at++) {
        await step(cast, random)
        assert.deepEqual(await faults(), [], `after step ${at}`)
      }
    }).timeout(60_000)
  }

  test('places follow one another without a gap', async ({ assert }) => {
    const { lena, root, srr, incoming } = await theCast()
    await moveFolder(lena, incoming, root)
    await moveFolder(lena, incoming, srr)
    const places = await FolderPlace.query().where('folderId', incoming.id).orderBy('id')
    assert.deepEqual(
      places.map(({ parentId }) => parentId),
      [srr.id, root.id, srr.id]
    )
    assert.equal(places[0].endedAt, places[1].createdAt)
    assert.equal(places[1].endedAt, places[2].createdAt)
    assert.isNull(places[2].endedAt)
  })

  test('a tree is opened once, under the agency’s short name', async ({ assert }) => {
    const { lena, dol, opm, root } = await theCast()
    assert.equal((await openTree(lena, dol)).id, root.id)
    const opened = await openTree(lena, opm)
    assert.include(opened.toJSON(), { name: 'OPM', organizationId: opm.id, parentId: null })
    assert.equal((await openTree(lena, opm)).id, opened.id)
  })
})
