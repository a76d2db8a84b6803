/** What a row of an import says of a person. The order is that of the template. */
export const columns = [
  'username',
  'full_name',
  'email',
  'phone',
  'title',
  'source',
  'must_change',
  'ends_on',
  'sponsor',
  'folder',
  'level',
] as const
export type Column = (typeof columns)[number]

/** The heading of a column, what may stand in it, and an example; the first of `names` is the one in the template. */
interface Description {
  heading: string
  isRequired?: true
  /** Other headings that mean the same. */
  also?: string[]
  says: string
  example: string
}

export const descriptions: Record<Column, Description> = {
  username: {
    heading: 'User name',
    isRequired: true,
    also: ['user', 'login'],
    says: 'At most 100 letters, digits, dots, hyphens and underscores. Nobody else on the service has it.',
    example: 'nia.novak',
  },
  full_name: {
    heading: 'Full name',
    isRequired: true,
    also: ['name'],
    says: 'As it is shown to others.',
    example: 'Nia Novak',
  },
  email: {
    heading: 'E-mail',
    isRequired: true,
    also: ['email address', 'mail', 'mail address'],
    says: 'One address. The activation mail goes there.',
    example: 'nia.novak@example.gov',
  },
  phone: {
    heading: 'Phone',
    also: ['telephone'],
    says: 'May stay empty.',
    example: '860-555-0123',
  },
  title: { heading: 'Title', also: ['job title'], says: 'May stay empty.', example: 'Analyst' },
  source: {
    heading: 'Credential source',
    also: ['source', 'sign in'],
    says: '“local” or “directory”; local if nothing is said.',
    example: 'local',
  },
  must_change: {
    heading: 'Require change',
    also: ['require user to change password on next login', 'must change'],
    says: '“yes” or “no”: whether the person changes the first password at the first sign-in; yes if nothing is said.',
    example: 'yes',
  },
  ends_on: {
    heading: 'End date',
    also: ['ends on', 'ends'],
    says: 'The last day of the account: 2027-12-31 or 12/31/2027. May stay empty, except for who has a sponsor.',
    example: '',
  },
  sponsor: {
    heading: 'Sponsor',
    says: 'For an outside person: the user name of who answers for them in your organization.',
    example: '',
  },
  folder: {
    heading: 'Folder path',
    also: ['folder', 'path'],
    says: 'One of your own folders that the person is subscribed to, like /DOL/SRR/Incoming. May stay empty.',
    example: '',
  },
  level: {
    heading: 'Level',
    also: ['access level', 'access'],
    says: '“viewer”, “contributor” or “manager” of that folder; viewer if nothing is said.',
    example: '',
  },
}

/** "E-Mail " and "email" are the same heading. */
const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const known = new Map(
  columns.flatMap((column) =>
    [descriptions[column].heading, ...(descriptions[column].also ?? [])].map(
      (name) => [plain(name), column] as const
    )
  )
)

/** Which column stands where, or what is wrong with the first row. Columns without heading hold nothing. */
export function columnsIn(header: string[]): { places: (Column | null)[] } | { faults: string[] } {
  const places = header.map((heading) => known.get(plain(heading)) ?? null)
  const strange = header.filter((heading, at) => heading.trim() && !places[at])
  const missing = columns.filter((name) => descriptions[name].isRequired && !places.includes(name))
  const twice = columns.filter((name) => places.indexOf(name) !== places.lastIndexOf(name))
  const faults = [
    ...(missing.length
      ? [`The first row names the columns. Missing there: ${listed(missing)}.`]
      : []),
    ...(twice.length ? [`Named twice in the first row: ${listed(twice)}. Keep one of each.`] : []),
    ...strange.map(
      (heading) => `There is no column “${short(heading)}”. Leave it out or rename it.`
    ),
  ]
  return faults.length ? { faults: faults.slice(0, 10) } : { places }
}

const listed = (names: readonly Column[]) =>
  names.map((name) => descriptions[name].heading).join(', ')
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
