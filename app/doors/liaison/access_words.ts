import { written } from '#app/doors/http/moment'
import type { AccessEntry } from '#app/folders/access_entry'
import type { MatrixRow } from '#app/folders/access_matrix'
import type { Level } from '#app/folders/reach'

/** What each level is called, the letter that stands for it where there is little room, and what it opens. */
export const levelWords: Record<Level, { name: string; letter: string; means: string }> = {
  viewer: { name: 'Viewer', letter: 'V', means: 'sees the files, views and downloads them' },
  contributor: {
    name: 'Contributor',
    letter: 'C',
    means: 'also uploads files and deletes own ones',
  },
  manager: { name: 'Manager', letter: 'M', means: 'also deletes the files of others' },
}

/** On what ground somebody has access, in a sentence or two. */
export function whyOf({ isHome, inheritedFrom, offer, grantedBy }: AccessEntry) {
  if (isHome) return 'Owns this home folder.'
  const from = inheritedFrom ? `Inherited from ${inheritedFrom}. ` : ''
  if (!offer) return `${from}Subscribed by ${grantedBy ?? 'Waybill'}.`
  const { offeredBy, acceptedBy, isSignedBySponsor } = offer
  const second = isSignedBySponsor
    ? `signed as sponsor by ${acceptedBy}`
    : `accepted by ${acceptedBy}`
  return `${from}Offered by ${offeredBy}, ${second}.`
}

export const accessHeadings = [
  'Person',
  'User Name',
  'Organization',
  'Folder',
  'Agency of the folder',
  'Level',
  'Why',
  'Purpose',
  'Agreement number',
  'Since',
  'Last used',
  'Until',
]

export const accessCells = (entry: AccessEntry) => [
  entry.person,
  entry.username,
  entry.organization,
  entry.folder,
  entry.agency,
  levelWords[entry.level].name,
  whyOf(entry),
  entry.purpose,
  entry.agreementNumber,
  written(entry.since),
  written(entry.lastUsedAt),
  written(entry.until),
]

/** "Contributor" for what was given here, "Contributor (from /DOL)" for what comes from above. */
export const matrixCells = ({ person, username, organization, cells }: MatrixRow) => [
  person,
  username,
  organization,
  ...cells.map((cell) => {
    if (!cell) return ''
    const { name } = levelWords[cell.level]
    return cell.inheritedFrom ? `${name} (from ${cell.inheritedFrom})` : name
  }),
]
