import type { folderSettingsValidator } from '#app/doors/liaison/folders/folder_validator'
import type Folder from '#app/folders/folder'
import type { FolderSettings } from '#app/folders/tree/folder_settings'
import type { Infer } from '@vinejs/vine/types'

const units = { MB: 1024 ** 2, GB: 1024 ** 3 }

/** What the form says; a number that is none is left to the room to refuse. */
export function settingsFrom(typed: Infer<typeof folderSettingsValidator>): FolderSettings {
  return {
    description: typed.description ?? null,
    isDropOff: Boolean(typed.drop_off),
    keepDays: numberIn(typed.keep_days),
    quotaBytes: sizeIn(typed.quota, typed.quota_unit),
    tellsOfArrivals: Boolean(typed.notices),
  }
}

/** A folder's settings as they stand in the fields of the form. */
export function typedOf({ quotaBytes, keepDays }: Folder) {
  const unit = quotaBytes && quotaBytes % units.GB === 0 ? 'GB' : 'MB'
  const quota = quotaBytes ? String(Number((quotaBytes / units[unit]).toFixed(3))) : ''
  return { keepDays: keepDays ?? '', quota, unit }
}

function numberIn(text?: string) {
  const digits = text?.trim()
  return digits ? (/^\d+$/.test(digits) ? Number(digits) : Number.NaN) : null
}

function sizeIn(text: string | undefined, unit: keyof typeof units) {
  const digits = text?.trim().replace(',', '.')
  if (!digits) return null
  return /^\d+(\.\d+)?$/.test(digits) ? Math.round(Number(digits) * units[unit]) : Number.NaN
}
