import type { Cast, Lines } from '#tests/support/grid/line'

const keepers = {
  object: ({ dol }: Cast) => dol,
  answers: {
    ada: 'liaison.only',
    lena: 'yes',
    otto: 'liaison.only',
    olga: 'organization.unknown',
  },
  byRole: { operator: 'yes', liaison: 'yes', organization_administrator: 'yes' },
} as const

/** Who keeps the directory settings of DOL. */
export const directories = {
  'directory.configure': keepers,
  'directory.test': keepers,
} satisfies Lines
