import type { Lines } from '#tests/support/grid/line'

const onlyOperators = {
  ada: 'operator.only',
  lena: 'operator.only',
  otto: 'operator.only',
  olga: 'operator.only',
}

/** Who may enter the liaison's workspace of DOL, and the operator's console. */
export const consoles = {
  'workspace.open': {
    object: ({ dol }) => dol,
    answers: {
      ada: 'liaison.only',
      lena: 'yes',
      otto: 'liaison.only',
      olga: 'organization.unknown',
    },
    byRole: { liaison: 'yes', organization_administrator: 'yes' },
  },
  'operations.open': {
    object: ({ dol }) => dol,
    answers: onlyOperators,
    byRole: { operator: 'yes' },
  },
} satisfies Lines
