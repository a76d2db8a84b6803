import { writeLarge, type Written } from '#app/files/blobs/large_file'
import { smallBytes, writeSmall } from '#app/files/blobs/small_files'
import { inFolder } from '#app/files/blobs/lasting'
import { minute, now, second, type Instant } from '#app/shared/clock'
import { open, readdir, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'

/** A part shows this often that its upload lives, however slowly its bytes come; … */
const signOfLifeEvery = 30 * second
/** … and is dead when it has shown nothing for so long. Whichever process wrote it. */
const deadAfter = 5 * minute

/** The parts that this process is writing. */
const live = new Set<string>()
let signsOfLife: NodeJS.Timeout | undefined

/** Writes a stream to a new part below the folder, for `then` to take it away; whatever fails, no part stays behind. */
export async function withPart<T>(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  then: (part: string, written: Written) => Promise<T>
) {
  const part = join(folder, uuidv7())
  const file = await inFolder(folder, () => open(part, 'wx', 0o600))
  begin(part)
  try {
    return await then(part, await write(file, source))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await file.close()
    end(part)
  }
}

/** Removes parts whose upload died with its process; answers how many. */
export async function clearDeadParts(folder: string, asOf: Instant) {
  let cleared = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const part = join(folder, name)
    const { mtimeMs } = await stat(part).catch(() => ({ mtimeMs: Infinity }))
    if (live.has(part) || mtimeMs > asOf - deadAfter) continue
    await rm(part, { force: true })
    cleared++
  }
  return cleared
}

async function write(file: FileHandle, source: AsyncIterable<Uint8Array>) {
  const rest = source[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  for (let length = 0; length <= smallBytes;) {
    const next = await rest.next()
    if (next.done) return writeSmall(file, head)
    head.push(next.value)
    length += next.value.length
  }
  return writeLarge(file, head, { [Symbol.asyncIterator]: () => rest })
}

function begin(part: string) {
  live.add(part)
  signsOfLife ??= setInterval(showSignsOfLife, signOfLifeEvery).unref()
}

function end(part: string) {
  live.delete(part)
  if (live.size) return
  clearInterval(signsOfLife)
  signsOfLife = undefined
}

function showSignsOfLife() {
  const time = new Date(now())
  for (const part of live) utimes(part, time, time).catch(() => {})
}
