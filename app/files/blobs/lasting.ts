import { fulfilled, rejected, together } from '#app/shared/together'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

interface Move {
  from: string
  to: string
}

/** Folders that were seen to be there to stay. */
const lasting = new Set<string>()

/**
 * Gives a finished file its final place, so that it is found there after a power cut: rename, then flush the folder.
 * Many at once share the flush.
 */
export const moveIntoPlace = together<Move, void>(256, async (moves) => {
  const outcomes = await Promise.all(moves.map((move) => moved(move).then(fulfilled, rejected)))
  const done = moves.filter((_, at) => outcomes[at].status === 'fulfilled')
  await Promise.all([...new Set(done.map(({ to }) => dirname(to)))].map(flushFolder))
  return outcomes
})

const moved = ({ from, to }: Move) => inFolder(dirname(to), () => rename(from, to))

/** Does something in a folder that is there to stay; should somebody have tidied the folder away, it is made again. */
export async function inFolder<T>(folder: string, work: () => Promise<T>) {
  await makeLasting(folder)
  try {
    return await work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    lasting.delete(folder)
    await makeLasting(folder)
    return work()
  }
}

/** A folder lasts when the one that holds it was flushed, and so on up; another process may have made it just now. */
async function makeLasting(folder: string) {
  if (lasting.has(folder)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const above = dirname(folder)
  for (const holder of [above, dirname(above), dirname(dirname(above))]) await flushFolder(holder)
  lasting.add(folder)
}

async function flushFolder(path: string) {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
