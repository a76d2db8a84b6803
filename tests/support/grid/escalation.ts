import type { Lines } from '#tests/support/grid/line'

/** Whoever keeps DOL's quick references knows when her people are away. */
const keepers = {
  answers: {
    ada: 'liaison.only',
    lena: 'yes',
    otto: 'liaison.only',
    olga: 'organization.unknown',
  },
  byRole: { liaison: 'yes' },
} as const

export const escalation = {
  'absence.keep': { object: ({ dol }) => dol, ...keepers },
  'holiday.keep': { object: ({ dol }) => dol, ...keepers },
  'holiday.keep_for_all': {
    object: () => null,
    answers: {
      ada: 'operator.only',
      lena: 'operator.only',
      otto: 'operator.only',
      olga: 'operator.only',
    },
    byRole: { operator: 'yes' },
  },
} satisfies Lines
