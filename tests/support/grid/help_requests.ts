import Account from '#app/accounts/account'
import type { Cast, Lines } from '#tests/support/grid/line'
import { anAsked } from '#tests/support/help_requests'

const others = {
  lena: 'help_request.unknown',
  otto: 'help_request.unknown',
  olga: 'help_request.unknown',
}

/** Asked by another copy of Ada, so that she of the cast is read anew when a test asks her. */
const adas = async ({ ada }: Cast) => anAsked((await Account.named(ada.username))!)

/** Who may do what with Ada's call for help. */
export const helpRequests = {
  'help_request.file': { object: ({ ada }) => ada, answers: { ada: 'yes', ...others } },
  'help_request.follow': { object: adas, answers: { ada: 'yes', ...others } },
  'help_request.file_for': {
    object: ({ ada }) => ada,
    answers: {
      ...{ ada: 'help_desk.only', lena: 'help_desk.only' },
      ...{ otto: 'help_desk.only', olga: 'help_desk.only' },
    },
    byRole: { help_desk: 'yes', operator: 'yes' },
  },
  'help_request.answer': {
    object: adas,
    answers: {
      ada: 'liaison.only',
      lena: 'yes',
      otto: 'liaison.only',
      olga: 'organization.unknown',
    },
    byRole: {
      ...{ liaison: 'yes', organization_administrator: 'yes' },
      ...{ help_desk: 'yes', operator: 'yes' },
    },
  },
} satisfies Lines
