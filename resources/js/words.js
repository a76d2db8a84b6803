/** Sizes, speeds and times as the pages write them: see app/doors/http/views/wording.ts. */
const units = ['KB', 'MB', 'GB', 'TB']

export function sizeInWords(bytes) {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${Math.round(bytes)} bytes`
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  const value = bytes / 1024 ** power
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[power - 1]}`
}

export function timeInWords(seconds) {
  if (seconds < 60) return counted(Math.max(1, Math.ceil(seconds)), 'second')
  if (seconds < 3600) return counted(Math.ceil(seconds / 60), 'minute')
  return `${counted(Math.floor(seconds / 3600), 'hour')} ${counted(Math.round((seconds % 3600) / 60), 'minute')}`
}

export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`
