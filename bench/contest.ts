import { hfs } from './peers/hfs.js'
import { nginx } from './peers/nginx.js'
import { waybill, type BenchOptions } from './waybill.js'

/** Everybody who takes part, running, and how often each runs. */
export async function contest(options: BenchOptions & { rounds: number; isLong: boolean }) {
  const peers = { nginx: await nginx(options.folder), hfs: await hfs(options.folder) }
  const ours = await waybill(options)
  return {
    ...peers,
    waybill: ours,
    folder: options.folder,
    rounds: options.rounds,
    isLong: options.isLong,
    stop: () => Promise.all([ours.stop(), peers.nginx?.stop(), peers.hfs?.stop()]),
  }
}

export type Contest = Awaited<ReturnType<typeof contest>>
