import type { Lines } from '#tests/support/grid/line'

const onlyHelpDesk = {
  ada: 'help_desk.only',
  lena: 'help_desk.only',
  otto: 'help_desk.only',
  olga: 'help_desk.only',
}
const onlyOperators = {
  ada: 'operator.only',
  lena: 'operator.only',
  otto: 'operator.only',
  olga: 'operator.only',
}
const staff = { help_desk: 'yes', operator: 'yes' }

/** Who may do something for a caller, and who decides what the help desk may. */
export const helpDesk = {
  'account.assist': { object: ({ ada }) => ada, answers: onlyHelpDesk, byRole: staff },
  'account.assist_unlock': { object: ({ ada }) => ada, answers: onlyHelpDesk, byRole: staff },
  'account.assist_reset': { object: ({ ada }) => ada, answers: onlyHelpDesk, byRole: staff },
  'account.assist_end_sessions': { object: ({ ada }) => ada, answers: onlyHelpDesk, byRole: staff },
  'account.assist_send_activation': {
    object: ({ ada }) => ada,
    answers: onlyHelpDesk,
    byRole: staff,
  },
  'policy.change': {
    object: () => null,
    answers: onlyOperators,
    byRole: { operator: 'yes' },
  },
} satisfies Lines
