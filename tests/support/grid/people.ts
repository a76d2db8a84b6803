import type { Lines } from '#tests/support/grid/line'

const speakers = { liaison: 'yes', organization_administrator: 'yes' }
const onlyLena = {
  ada: 'liaison.only',
  lena: 'yes',
  otto: 'liaison.only',
  olga: 'organization.unknown',
}
/** What nobody does to themselves, whoever they are. */
const notAda = { ...onlyLena, ada: 'account.own' }

/** Who keeps the accounts of DOL: its liaisons, nobody of OPM. */
export const people = {
  'account.list': { object: ({ dol }) => dol, answers: onlyLena, byRole: speakers },
  'account.open': { object: ({ dol }) => dol, answers: onlyLena, byRole: speakers },
  'account.show': { object: ({ ada }) => ada, answers: onlyLena, byRole: speakers },
  'account.edit': { object: ({ ada }) => ada, answers: onlyLena, byRole: speakers },
  'account.unlock': { object: ({ ada }) => ada, answers: onlyLena, byRole: speakers },
  'account.end_sessions': { object: ({ ada }) => ada, answers: onlyLena, byRole: speakers },
  'account.reset_password': { object: ({ ada }) => ada, answers: notAda, byRole: speakers },
  'account.send_activation': { object: ({ ada }) => ada, answers: onlyLena, byRole: speakers },
  'account.deactivate': { object: ({ ada }) => ada, answers: notAda, byRole: speakers },
  'account.reactivate': { object: ({ ada }) => ada, answers: notAda, byRole: speakers },
} satisfies Lines
