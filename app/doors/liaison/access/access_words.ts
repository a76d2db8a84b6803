import { written } from '#app/doors/http/forms/moment'
import type { AccessEntry } from '#app/folders/access/access_entry'
import type { MatrixRow } from '#app/folders/access/access_matrix'
import { levelWords } from '#app/folders/subscriptions/level_words'
import type { Level } from '#app/folders/reach'

/** The letter that stands for a level where there is little room. */
export const letterOf = (level: Level) => levelWords[level].name[0]

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
