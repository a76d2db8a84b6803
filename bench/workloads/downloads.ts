import { roundRobin, timed, type Figure } from '../figures.js'
import { curl, run } from '../processes.js'
import type { Contest } from '../contest.js'
import { Visitor } from '../waybill.js'
import { join } from 'node:path'
import { readdir } from 'node:fs/promises'

/** P4: one large download beside nginx, and a ZIP of a thousand files. */
export async function downloads(contest: Contest): Promise<Figure[]> {
  return [...(await oneLarge(contest)), await archive(contest)]
}

async function oneLarge({ waybill, nginx, folder, rounds }: Contest): Promise<Figure[]> {
  if (!nginx) return []
  const source = join(folder, 'download.bin')
  await run('sh', ['-c', `head -c ${1024 ** 3} /dev/urandom > ${source}`])
  await curl('-T', source, `${nginx.url}/download.bin`)

  const ada = await new Visitor(waybill.url).signIn('dol.ada')
  const { action, token } = await ada.folderForm()
  await curl(
    '-b',
    ada.cookie,
    '-o',
    '/dev/null',
    '-F',
    `_csrf=${token}`,
    '-F',
    `upload=@${source}`,
    action
  )
  const address = `${waybill.url}/files/${await idOf(ada, 'download.bin')}/download`
  const mine = ['-b', ada.cookie, address]

  await run('bash', ['-c', `cmp <(curl -sS -b '${ada.cookie}' ${address}) ${source}`])
  const seconds = await roundRobin(rounds, {
    waybill: () => timed(() => curl('-o', '/dev/null', ...mine)),
    nginx: () => timed(() => curl('-o', '/dev/null', `${nginx.url}/download.bin`)),
  })
  return [
    {
      target: 'P4',
      what: 'download of 1 GiB, speed against nginx',
      measured: `${seconds.waybill.toFixed(2)} s; nginx ${seconds.nginx!.toFixed(2)} s`,
      value: seconds.nginx! / seconds.waybill,
      better: 'larger',
      must: 0.8,
      aim: 0.95,
      unit: '×',
    },
  ]
}

async function archive({ waybill, folder, rounds }: Contest): Promise<Figure> {
  const place = join(folder, 'zipped')
  await run('sh', [
    '-c',
    `rm -rf ${place}; mkdir ${place}; head -c ${1000 * 262144} /dev/urandom | split -b 262144 -a 4 -d - ${place}/zipped-`,
  ])
  const names = await readdir(place)
  const ada = await new Visitor(waybill.url).signIn('dol.ada')
  const { action, token, folderId } = await ada.folderForm(await incomingOf(ada))
  const parts = names.flatMap((name) => ['-F', `upload=@${join(place, name)}`])
  await curl('-b', ada.cookie, '-o', '/dev/null', '-F', `_csrf=${token}`, ...parts, action)

  const seconds = await roundRobin(rounds, {
    waybill: () =>
      timed(() =>
        curl('-o', '/dev/null', '-b', ada.cookie, `${waybill.url}/folders/${folderId}/archive`)
      ),
  })
  const value = (names.length * 262144) / 1e6 / seconds.waybill
  return {
    target: 'P4',
    what: `ZIP of a folder with ${names.length} files of 256 KiB`,
    measured: `${seconds.waybill.toFixed(2)} s`,
    value,
    better: 'larger',
    must: 150,
    aim: 300,
    unit: 'MB/s',
  }
}

async function idOf(person: Visitor, name: string) {
  const html = await (await person.get(`/home?name=${encodeURIComponent(name)}`)).text()
  return /name="files(?:\[\])?"[^>]*value="([0-9a-f-]{36})"/.exec(html)![1]
}

/** The folder that Ada is subscribed to: a thousand ticked boxes would not fit an address, a whole folder does. */
async function incomingOf(person: Visitor) {
  const html = await (await person.get('/home')).text()
  return /href="(\/folders\/[0-9a-f-]{36})"[^>]*>(?:(?!<\/a>)[^])*Incoming/.exec(html)![1]
}
