import type { Lines } from '#tests/support/grid/line'

const byRole = { liaison: 'yes', organization_administrator: 'yes' }
const answers = {
  ada: 'liaison.only',
  lena: 'yes',
  otto: 'liaison.only',
  olga: 'organization.unknown',
}

/** Many accounts at once, and what ends them: DOL's liaisons, nobody of OPM. */
export const imports = {
  'account.import': { object: ({ dol }) => dol, answers, byRole },
  'account.depart': {
    object: ({ ada }) => ada,
    answers: { ...answers, ada: 'account.own' },
    byRole,
  },
} satisfies Lines
