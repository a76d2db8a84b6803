import { hfs } from './peers/hfs.js'
import { nginx } from './peers/nginx.js'
import { run } from './processes.js'
import { waybill, type BenchOptions } from './waybill.js'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A virtual machine may take seconds for each GiB of memory that it hands out for the first time, and whoever comes first
 * would pay for all. So many GiB are handed out before anybody is timed.
 */
const warmGiB = 6

async function warmMemory(folder: string) {
  const file = join(folder, 'warm')
  await run('sh', ['-c', `head -c ${warmGiB}G /dev/zero > ${file}; sync; rm ${file}`])
}

/** Everybody who takes part, running, and how often each runs. */
export async function contest(options: BenchOptions & { rounds: number; isLong: boolean }) {
  await warmMemory(options.folder)
  const peers = { nginx: await nginx(options.folder), hfs: await hfs(options.folder) }
  const ours = await waybill(options)
  const marker = join(options.folder, 'begun')
  await writeFile(marker, '')
  return {
    ...peers,
    waybill: ours,
    folder: options.folder,
    rounds: options.rounds,
    isLong: options.isLong,
    /** Forgets what anybody stored since the beginning, so that all find the memory for theirs in the same state. */
    async clear() {
      const folders = [join(ours.storage, 'files'), peers.nginx?.folder, peers.hfs?.folder]
      const there = folders.filter((folder) => folder !== undefined).join(' ')
      await run('sh', ['-c', `find ${there} -type f -newer ${marker} -delete; sync`])
    },
    stop: () => Promise.all([ours.stop(), peers.nginx?.stop(), peers.hfs?.stop()]),
  }
}

export type Contest = Awaited<ReturnType<typeof contest>>
