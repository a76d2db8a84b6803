import type { Lines } from '#tests/support/grid/line'

const onlyOperators = {
  ada: 'operator.only',
  lena: 'operator.only',
  otto: 'operator.only',
  olga: 'operator.only',
}

const onlyHelpDesk = {
  ada: 'help_desk.only',
  lena: 'help_desk.only',
  otto: 'help_desk.only',
  olga: 'help_desk.only',
}

/** Who may enter the liaison's workspace of DOL, the help desk's and the operator's console. */
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
  'help_desk.open': {
    object: ({ dol }) => dol,
    answers: onlyHelpDesk,
    byRole: { help_desk: 'yes', operator: 'yes' },
  },
  'operations.open': {
    object: ({ dol }) => dol,
    answers: onlyOperators,
    byRole: { operator: 'yes' },
  },
} satisfies Lines
