/**
 * `receive()` by itself, without a door: beside plain Node writing the same bytes and flushing them at the end.
 * node --import=@poppinss/ts-exec bench/receive.ts [MiB]
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { randomBytes } from 'node:crypto'

const mebibyte = 1024 ** 2
const size = Number(process.argv[2] ?? 1024) * mebibyte
const folder = process.env.BENCH_FOLDER ?? join(tmpdir(), `waybill-receive-${process.pid}`)

Object.assign(process.env, {
  NODE_ENV: 'test',
  APP_KEY: 'for-the-benchmark-only-for-the-benchmark',
  STORAGE_PATH: folder,
  LOG_LEVEL: 'fatal',
})

/** Bytes as they come from a socket: pieces of 64 KiB, each in memory of its own. */
function arriving(length: number) {
  const piece = randomBytes(65_536)
  let left = length
  return new Readable({
    highWaterMark: 65_536,
    read() {
      const next = Buffer.from(piece.subarray(0, Math.min(left, piece.length)))
      left -= next.length
      this.push(next.length ? next : null)
    },
  })
}

async function plainNode(length: number, name: string) {
  const file = await open(join(folder, name), 'w')
  for await (const piece of arriving(length)) await file.write(piece)
  await file.sync()
  await file.close()
}

async function timed(what: string, bytes: number, work: () => Promise<unknown>) {
  const runs: number[] = []
  const before = process.cpuUsage()
  for (let run = 0; run < 5; run++) {
    const start = performance.now()
    await work()
    runs.push((performance.now() - start) / 1000)
    await rm(join(folder, 'files'), { recursive: true, force: true })
    await rm(join(folder, 'plain'), { force: true })
  }
  const median = runs.sort((a, b) => a - b)[2]
  const { user, system } = process.cpuUsage(before)
  const cpu = ((user + system) / 5e6).toFixed(2)
  const rss = Math.round(process.memoryUsage.rss() / mebibyte)
  const speed = Math.round(bytes / median / mebibyte)
  process.stdout.write(
    `${what.padEnd(42)} ${median.toFixed(2)} s  ${speed} MiB/s  cpu ${cpu} s  rss ${rss} MiB\n`
  )
}

await mkdir(folder, { recursive: true })
const ignitor = new Ignitor(new URL('../', import.meta.url), {
  importer: (path) =>
    import(path.startsWith('.') ? new URL(path, new URL('../', import.meta.url)).href : path),
})
const app = ignitor
  .tap((it) => it.booting(async () => void (await import('#start/env'))))
  .createApp('test')
await app.init()
await app.boot()
await app.start(() => {})

const { default: testUtils } = await import('@adonisjs/core/services/test_utils')
await testUtils.db().migrate()
const { theCast } = await import('#tests/support/cast')
const { receive } = await import('#app/files/receiving/receive')
const { ada, adasHome } = await theCast()
let names = 0
const one = (length: number) =>
  receive(arriving(length), {
    folder: adasHome,
    sender: ada,
    name: `file ${++names}`,
    mode: 'binary',
    via: 'bench',
  })

const only = process.env.ONLY
if (!only || only === 'large') {
  await timed(`plain Node, ${size / mebibyte} MiB`, size, () => plainNode(size, 'plain'))
  await timed(`receive, ${size / mebibyte} MiB`, size, () => one(size))
}
if (!only || only === 'many')
  await timed('receive, 16 of 64 MiB at once', 1024 * mebibyte, () =>
    Promise.all(Array.from({ length: 16 }, () => one(64 * mebibyte)))
  )
if (!only || only === 'small')
  await timed('receive, 2,000 of 10 KiB, 64 at once', 2000 * 10_240, async () => {
    let left = 2000
    const lane = async () => {
      while (left-- > 0) await one(10_240)
    }
    await Promise.all(Array.from({ length: 64 }, lane))
  })

await app.terminate()
await rm(folder, { recursive: true, force: true })
process.exit(0)
