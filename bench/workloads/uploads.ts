import { roundRobin, timed, type Figure, type Medians } from '../figures.js'
import { curl, peakMiB, run } from '../processes.js'
import type { Contest } from '../contest.js'
import { Visitor } from '../waybill.js'
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MiB = 1024 ** 2

/** P1, P2, P3 and P5: plain forms with one large file, sixteen at once, and very many small ones. */
export async function uploads(contest: Contest): Promise<Figure[]> {
  return [
    ...(await oneLarge(contest)),
    ...(await sixteenAtOnce(contest)),
    ...(await manySmall(contest)),
    ...(contest.isLong ? await oneHuge(contest) : []),
  ]
}

async function oneLarge({ waybill, nginx, hfs, folder, rounds, clear }: Contest) {
  const source = await randomFile(folder, '1GiB.bin', 1024)
  const form = await signedIn(waybill.url)
  let peak = 0
  const seconds = await roundRobin(
    rounds,
    {
      waybill: async () => {
        const took = await timed(async () => {
          peak = Math.max(peak, await peakMiB(waybill.pid(), () => form.send(source)))
        })
        await isWhole(join(waybill.storage, 'files'), source)
        return took
      },
      ...(nginx && {
        nginx: async () => {
          const took = await timed(async () => {
            await curl('-T', source, `${nginx.url}/1GiB.bin`)
            await nginx.durable('1GiB.bin')
          })
          await isWhole(nginx.folder, source)
          return took
        },
      }),
      ...(hfs && {
        hfs: () => timed(() => sendTo(hfs, source, `${Date.now()}.bin`)),
      }),
    },
    clear
  )
  return [
    ...against('P1', 'upload of 1 GiB by a plain form', seconds, {
      nginx: [0.6, 0.85],
      hfs: [1.6, 2.7],
    }),
    memory('one upload of 1 GiB', peak, 220, 180),
  ]
}

async function sixteenAtOnce({ waybill, nginx, hfs, folder, rounds, clear }: Contest) {
  const source = await randomFile(folder, '64MiB.bin', 64)
  const form = await signedIn(waybill.url)
  const names = Array.from({ length: 16 }, (_, n) => `${n}.bin`)
  let peak = 0
  const seconds = await roundRobin(
    rounds,
    {
      waybill: () =>
        timed(async () => {
          const all = () => Promise.all(names.map((name) => form.send(source, name)))
          peak = Math.max(peak, await peakMiB(waybill.pid(), all))
        }),
      ...(nginx && {
        nginx: () =>
          timed(() =>
            Promise.all(
              names.map(async (name) => {
                await curl('-T', source, `${nginx.url}/${name}`)
                await nginx.durable(name)
              })
            )
          ),
      }),
      ...(hfs && {
        hfs: () =>
          timed(() =>
            Promise.all(names.map((name) => sendTo(hfs, source, `${Date.now()}-${name}`)))
          ),
      }),
    },
    clear
  )
  return [
    ...against('P3', '16 uploads of 64 MiB at once', seconds, {
      nginx: [0.55, 0.8],
      hfs: [1.3, 2.0],
    }),
    memory('16 uploads of 64 MiB at once', peak, 280, 220),
  ]
}

async function manySmall({ waybill, nginx, folder, rounds, clear }: Contest) {
  const sources = await smallFiles(folder, 2000)
  const form = await signedIn(waybill.url)
  const seconds = await roundRobin(
    rounds,
    {
      waybill: () => timed(() => form.sendAll(sources)),
      ...(nginx && {
        nginx: () =>
          timed(async () => {
            const lines = sources.flatMap((path, n) => [
              `upload-file = "${path}"`,
              `url = "${nginx.url}/small-${n}"`,
            ])
            const config = join(folder, 'small.curl')
            await writeFile(config, lines.join('\n'))
            await curl('--parallel', '--parallel-max', '8', '-K', config)
            for (let n = 0; n < sources.length; n += 8) {
              await Promise.all(
                sources.slice(n, n + 8).map((_, at) => nginx.durable(`small-${n + at}`))
              )
            }
          }),
      }),
    },
    clear
  )
  return against('P5', '2,000 files of 10 KiB in one form', seconds, { nginx: [0.4, 0.75] })
}

async function oneHuge({ waybill, folder }: Contest) {
  const source = join(folder, '20GiB.bin')
  const handle = await open(source, 'w')
  await handle.truncate(20 * 1024 * MiB)
  await handle.close()
  const form = await signedIn(waybill.url)
  const peak = await peakMiB(waybill.pid(), () => form.send(source))
  await rm(source)
  return [memory('one upload of 20 GiB', peak, 240, 180)]
}

/** Ada's home form, ready to be sent by curl as often as wanted. */
async function signedIn(url: string) {
  const ada = await new Visitor(url).signIn('dol.ada')
  const { action, token } = await ada.folderForm()
  const fields = ['-b', ada.cookie, '-o', '/dev/null', '-F', `_csrf=${token}`, '-F', 'mode=binary']
  return {
    send: (source: string, name = `${Date.now()}.bin`) =>
      curl(...fields, '-F', `upload=@${source};filename=${name}`, action),
    sendAll: (sources: string[]) =>
      curl(...fields, ...sources.flatMap((path) => ['-F', `upload=@${path}`]), action),
  }
}

async function sendTo(hfs: NonNullable<Contest['hfs']>, source: string, name: string) {
  await curl('-F', `upload=@${source};filename=${name}`, `${hfs.url}/share/`)
  await hfs.durable(name)
}

async function randomFile(folder: string, name: string, mebibytes: number) {
  const path = join(folder, name)
  await run('sh', ['-c', `head -c ${mebibytes * MiB} /dev/urandom > ${path}`])
  return path
}

async function smallFiles(folder: string, count: number) {
  const place = join(folder, 'small')
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  await run('sh', [
    '-c',
    `head -c ${count * 10240} /dev/urandom | split -b 10240 -a 4 -d - ${place}/small-`,
  ])
  return (await readdir(place)).map((name) => join(place, name))
}

/** The newest stored file has the bytes that were sent: no byte may be wrong in any run. */
async function isWhole(folder: string, source: string) {
  const newest = `find ${folder} -type f -printf '%T@ %p\\n' | sort -n | tail -1 | cut -d' ' -f2-`
  await run('sh', ['-c', `cmp "$(${newest})" ${source}`])
}

function against(
  target: string,
  what: string,
  seconds: Medians,
  goals: Record<string, [must: number, aim: number]>
): Figure[] {
  return Object.entries(goals).flatMap(([peer, [must, aim]]) => {
    const theirs = seconds[peer]
    if (theirs === undefined) return []
    const measured = `${seconds.waybill.toFixed(2)} s; ${peer} ${theirs.toFixed(2)} s`
    const value = theirs / seconds.waybill
    return [
      {
        target,
        what: `${what}, speed against ${peer}`,
        measured,
        value,
        better: 'larger',
        must,
        aim,
        unit: '×',
      },
    ]
  })
}

const memory = (what: string, value: number, must: number, aim: number): Figure => ({
  target: 'P2',
  what: `peak memory of the process, ${what}`,
  measured: `${value.toFixed(0)} MiB`,
  value,
  better: 'smaller',
  must,
  aim,
  unit: 'MiB',
})
