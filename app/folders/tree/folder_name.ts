import { faultOf } from '#app/shared/names'

/** Whoever opens a folder on a Windows machine needs a name that it takes. */
const refusedByWindows = /[<>:"/\\|?*]/

/** A folder's name as it is kept: composed (NFC), otherwise exactly as it was typed. */
export const composed = (typed: string) => typed.normalize('NFC')

/** Why a folder cannot be called so, as a sentence; undefined when it can. */
export function faultOfFolderName(name: string): string | undefined {
  if (!name) return 'Say what the folder is called.'
  const fault = faultForWindows(name) ?? faultOf(name)
  return fault && `A folder cannot be called “${shown(name)}”: ${fault}.`
}

function faultForWindows(name: string) {
  const sign = refusedByWindows.exec(name)?.[0]
  if (sign) return `it holds “${sign}”, which Windows refuses`
  return name.endsWith('.') ? 'it ends with a dot, which Windows refuses' : undefined
}

/** Control characters would do to the sentence what they do to the name. */
const shown = (name: string) =>
  name
    .slice(0, 100)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '�')
