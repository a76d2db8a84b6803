import { fits, groupsOf, isShort, type List, type Part } from '#app/files/searching/name_part'
import { pageSize } from '#app/shared/place'

/**
 * Walks along the list for a crowd of files; if that does not fill a page, those that fit are few, and the index of
 * names picks them all. The limits inside keep PostgreSQL from making one question of both parts and walking for ever.
 */
export async function foundOnPostgres(list: List, { text, folder }: Part, crowd: number) {
  const whole = () => list().clearSelect().select('*')
  const walked: any[] = await fits(list().from(whole().limit(crowd).as('files')), text).limit(
    pageSize + 1
  )
  if (walked.length > pageSize) return walked

  const picked = fits(whole().clearOrder(), text)
  if (isShort(text)) picked.orderByRaw('name_key collate "C"')
  else picked.whereRaw('name_parts(folder_id, name_key) @> ?::text[]', [marked(folder.id, text)])
  /** Told that they are few, PostgreSQL takes the stretch of names and leaves the rest of the folder alone. */
  const begin: any[] = isShort(text) ? await picked.clone().limit(crowd) : []
  const areFew = isShort(text) && begin.length < crowd
  const rows: any[] = await list()
    .from(picked.limit(areFew ? crowd : folder.fileCount).as('files'))
    .limit(pageSize + 1)
  return rows
}

/** The parts as the index keeps them, each with the mark of its folder. */
const marked = (folderId: string, text: string) =>
  groupsOf(text).map((group) => folderId.slice(-12) + group)
