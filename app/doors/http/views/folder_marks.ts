import { counted, sizeInWords } from '#app/doors/http/views/wording'

interface Marked {
  isDropOff: boolean
  keepDays: number | null
  quotaBytes: number | null
  tellsOfArrivals: boolean
}

/** "Drop-off, 30 days, quota 2.0 GB, notices": how a folder is set up, where that is not the usual. */
export function folderMarks({ isDropOff, keepDays, quotaBytes, tellsOfArrivals }: Marked) {
  const marks = [
    isDropOff && 'drop-off',
    keepDays && `kept ${counted(keepDays, 'day')}`,
    quotaBytes && `quota ${sizeInWords(quotaBytes)}`,
    tellsOfArrivals && 'notices',
  ]
  const words = marks.filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1) || '—'
}
