import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const env = { ...process.env, LC_ALL: 'C.UTF-8' }

/** What a ZIP holds, by name, unpacked by the program that people have; it also checks what it unpacks. */
export const unpacked = (bytes: Buffer) =>
  inFolder(bytes, async (folder) => {
    await run('unzip', ['-tq', 'the.zip'], { cwd: folder, env })
    await run('unzip', ['-q', 'the.zip', '-d', 'inside'], { cwd: folder, env })
    const inside: Record<string, string> = {}
    for (const name of await readdir(join(folder, 'inside'))) {
      inside[name] = await readFile(join(folder, 'inside', name), 'utf8')
    }
    return inside
  })

/** Only the names, from the directory at the end. */
export const namesIn = (bytes: Buffer) =>
  inFolder(bytes, async (folder) => {
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 ** 2 }
    const { stdout } = await run('unzip', ['-Z1', 'the.zip'], options)
    return stdout.trim().split('\n')
  })

async function inFolder<T>(bytes: Buffer, work: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'unpacked-'))
  try {
    await writeFile(join(folder, 'the.zip'), bytes)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
