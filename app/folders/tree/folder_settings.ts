import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Folder from '#app/folders/folder'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'

export const descriptionMax = 500
export const keepDaysMax = 3650
/** 1 PB: more than anybody stores here. */
const quotaMax = 1024 ** 5

export interface FolderSettings {
  /** Shown to everybody who opens the folder. */
  description: string | null
  /** Contributors see only what they uploaded themselves. Of this folder alone, as are notices. */
  isDropOff: boolean
  /** Null: as the folder above. */
  keepDays: number | null
  /** Null: no limit of its own. It holds for the folder and everything below it. */
  quotaBytes: number | null
  tellsOfArrivals: boolean
}

/** What each setting is called in the trail. */
const words: Record<keyof FolderSettings, string> = {
  description: 'description',
  isDropOff: 'drop-off',
  keepDays: 'retention',
  quotaBytes: 'quota',
  tellsOfArrivals: 'notice on arrival',
}
const settingNames = Object.keys(words) as (keyof FolderSettings)[]

/** Sets up a folder. `same`: it is set up so already. */
export function configureFolder(by: Account, folder: Folder, wanted: FolderSettings, outer?: Trx) {
  const settings = { ...wanted, description: tidied(wanted.description) }
  const problems = problemsOf(settings)
  return inTransaction(async (trx): Promise<'configured' | 'same' | { problems: Problems }> => {
    await changeTrees(trx)
    await folder.useTransaction(trx).refresh()
    await permit(by, 'folder.configure', folder, trx)
    if (Object.keys(problems).length) return { problems }
    const changed = settingNames.filter((name) => settings[name] !== folder[name])
    if (!changed.length) return 'same'

    const details = {
      changed: changed.map((name) => words[name]).join(', '),
      before: Object.fromEntries(changed.map((name) => [name, folder[name]])),
      after: Object.fromEntries(changed.map((name) => [name, settings[name]])),
    }
    await folder.useTransaction(trx).merge(columnsOf(settings, folder)).save()
    await record('folder.configured', { actor: by, subject: folder, details }, trx)
    return 'configured'
  }, outer)
}

/** Notices begin with what arrives from now on. */
function columnsOf({ tellsOfArrivals, ...settings }: FolderSettings, folder: Folder) {
  return { ...settings, noticesFrom: tellsOfArrivals ? (folder.noticesFrom ?? now()) : null }
}

const tidied = (text: string | null) =>
  text?.normalize('NFC').replaceAll('\r\n', '\n').trim() || null

function problemsOf({ description, keepDays, quotaBytes }: FolderSettings) {
  const problems: Problems = {}
  if (description && description.length > descriptionMax) {
    problems.description = [`Describe the folder in at most ${descriptionMax} characters.`]
  }
  if (description && /[^\P{Cc}\n\t]/u.test(description)) {
    problems.description = ['The description holds a control character. Type it anew.']
  }
  if (keepDays !== null && !isWhole(keepDays, keepDaysMax)) {
    problems.keep_days = [`Say a number of days from 1 to ${keepDaysMax}, or leave it empty.`]
  }
  if (quotaBytes !== null && !isWhole(quotaBytes, quotaMax)) {
    problems.quota = ['Say a size greater than zero, such as 500 MB or 2 GB, or leave it empty.']
  }
  return problems
}

const isWhole = (value: number, most: number) =>
  Number.isInteger(value) && value >= 1 && value <= most

/** How long files stay in a folder, and which folder says so; no folder: the whole service's rule. */
export interface Retention {
  days: number
  from?: Folder
}

/** The nearest folder that says something, from the folder itself upward. */
export function retentionAmong(folders: Folder[]): Retention {
  const saying = folders
    .filter(({ keepDays }) => keepDays !== null)
    .sort((a, b) => b.lineage.length - a.lineage.length)[0]
  return saying ? { days: saying.keepDays!, from: saying } : { days: service.keepDays }
}
