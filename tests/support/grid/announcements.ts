import { anAnnouncement } from '#tests/support/announcements'
import type { Lines } from '#tests/support/grid/line'

const yes = { ada: 'yes', lena: 'yes' }

/** What DOL says to its own people: kept by her liaison, put away by whoever reads it. The service's is the operator's. */
export const announcements = {
  'announcement.keep': {
    object: ({ dol }) => dol,
    answers: {
      ada: 'liaison.only',
      lena: 'yes',
      otto: 'liaison.only',
      olga: 'organization.unknown',
    },
    byRole: { liaison: 'yes' },
  },
  'announcement.understand': {
    object: ({ lena, dol }) => anAnnouncement(lena, dol),
    answers: { ...yes, otto: 'organization.unknown', olga: 'organization.unknown' },
    /** The holders of the roles work for DOL. */
    byRole: {
      operator: 'yes',
      help_desk: 'yes',
      liaison: 'yes',
      organization_administrator: 'yes',
    },
  },
  'service.announce': {
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
