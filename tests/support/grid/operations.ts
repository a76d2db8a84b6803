import AccessRequest from '#app/folders/requests/access_request'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import type { Cast, Lines } from '#tests/support/grid/line'

const onlyOperators = {
  ada: 'operator.only',
  lena: 'operator.only',
  otto: 'operator.only',
  olga: 'operator.only',
}
const operator = { operator: 'yes' }

const aRequest = ({ dol }: Cast) =>
  new AccessRequest().fill({
    organizationId: dol.id,
    email: 'tom@example.gov',
    status: 'pending',
    createdAt: now(),
  })

/** Who runs the service: agencies and who speaks for them. An agency decides by itself whom it lets in, and what it shows. */
export const operations = {
  'organization.enrol': { object: () => null, answers: onlyOperators, byRole: operator },
  'organization.edit': { object: ({ dol }) => dol, answers: onlyOperators, byRole: operator },
  'organization.suspend': { object: ({ opm }) => opm, answers: onlyOperators, byRole: operator },
  'organization.reinstate': { object: ({ dol }) => dol, answers: onlyOperators, byRole: operator },
  'organization.publish': {
    object: ({ dol }) => dol,
    answers: {
      ada: 'liaison.only',
      lena: 'yes',
      otto: 'liaison.only',
      olga: 'organization.unknown',
    },
    byRole: { operator: 'yes', liaison: 'yes', organization_administrator: 'yes' },
  },
  'liaison.open': { object: ({ dol }) => dol, answers: onlyOperators, byRole: operator },
  'administrator.open': {
    object: ({ dol }) => new Organization().fill({ id: dol.id, kind: 'partner' }),
    answers: onlyOperators,
    byRole: operator,
  },
  'liaison.appoint': { object: ({ ada }) => ada, answers: onlyOperators, byRole: operator },
  'liaison.dismiss': { object: ({ lena }) => lena, answers: onlyOperators, byRole: operator },
  'access_request.decide': {
    object: aRequest,
    answers: {
      ada: 'liaison.only',
      lena: 'yes',
      otto: 'liaison.only',
      olga: 'organization.unknown',
    },
    byRole: { liaison: 'yes', organization_administrator: 'yes' },
  },
} satisfies Lines
