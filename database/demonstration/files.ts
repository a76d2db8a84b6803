import Account from '#app/accounts/account'
import { receive } from '#app/files/receiving/receive'
import Folder from '#app/folders/folder'
import { archive, backup } from '#database/demonstration/samples/archive'
import { letter } from '#database/demonstration/samples/document'
import { quarterlySummary } from '#database/demonstration/samples/page'
import { chart } from '#database/demonstration/samples/picture'
import * as texts from '#database/demonstration/samples/texts'
import { Readable } from 'node:stream'

/** Files of every kind that people send, each through the way that every file takes. */
export async function sendFiles() {
  const ada = sender(await known('dol.ada'))
  await ada.toHome('Read me first.txt', texts.readMeFirst())
  await ada.toHome('wages-2026-q1.csv', texts.wages('2026-Q1', 1182))
  await ada.toHome('Quarterly summary.html', quarterlySummary())
  await ada.toHome('Submission letter.pdf', submissionLetter())
  await ada.toHome('Records by month.png', chart())
  await ada.toHome('transfer.log', texts.transferLog(90))
  await ada.toHome('Informe de salarios – año 2026.md', texts.dataDictionary())
  await ada.toHome('srr-export-2026-07.bak', backup(3 * 1024 * 1024))

  const incoming = await Folder.findByOrFail('name', 'Incoming')
  await ada.to(incoming, 'wages-2026-q2.csv', texts.wages('2026-Q2', 1204))
  await ada.to(incoming, 'wages-2026-q3.zip', await thirdQuarter())
  const lena = sender(await known('dol.liaison'))
  await lena.to(incoming, 'File layout.json', texts.fileLayout())

  const dataPolicy = await Folder.findByOrFail('name', 'DATAPOLICY')
  const olga = sender(await known('opm.liaison'))
  await olga.to(dataPolicy, 'Data dictionary.md', texts.dataDictionary())
  const otto = sender(await known('opm.otto'))
  await otto.to(dataPolicy, 'Open data inventory.csv', texts.wages('2026-Q2', 240))
  await otto.toHome('Read me first.txt', texts.readMeFirst())
}

const known = (username: string) => Account.findByOrFail('username', username)

function sender(account: Account) {
  const to = (folder: Folder, name: string, content: Buffer) =>
    receive(Readable.from([content]), {
      folder,
      name,
      sender: account,
      mode: 'binary',
      via: 'demonstration',
      declaredBytes: content.length,
    })
  const toHome = async (name: string, content: Buffer) =>
    to((await Folder.homeOf(account))!, name, content)
  return { to, toHome }
}

const submissionLetter = () =>
  letter('Submission of quarterly wages', [
    'To the SRR program, Department of Labor',
    '',
    'The wages of the third quarter (July to September 2026) are in the folder Incoming.',
    'The records were checked against the file layout, version 3.',
    '',
    'Ada Adams',
  ])

const thirdQuarter = () =>
  archive({
    'wages-2026-q3.csv': texts.wages('2026-Q3', 1217),
    'layout.json': texts.fileLayout(),
    'letter.pdf': submissionLetter(),
  })
