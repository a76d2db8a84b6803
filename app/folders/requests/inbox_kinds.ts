import { inbox, type InboxKind } from '#app/folders/requests/inbox'
import { isThere } from '#app/folders/key_order'
import { levelWords } from '#app/folders/subscriptions/level_words'
import type { Level } from '#app/folders/reach'
import { day } from '#app/shared/clock'

/** What was refused stays in sight so long, and what will end comes into sight so long before. */
const lately = 30 * day
export const soon = 30 * day

const levelOf = (row: any) => levelWords[row.level as Level].name.toLowerCase()
const personOf = (row: any) => (row.full_name ? `${row.full_name} (${row.named})` : row.named)

const offers: InboxKind['rows'] = (client) =>
  client
    .from('subscription_offers as o')
    .join('folders as f', 'f.id', 'o.folder_id')
    .join('organizations as ours', 'ours.id', 'o.organization_id')
    .join('organizations as theirs', 'theirs.id', 'o.asked_organization_id')
    .whereRaw(isThere)
    .select('o.named', 'o.full_name', 'o.level', 'o.status', 'o.because', 'ours.name as offering')
    .select('theirs.name as asked')
    .select(client.raw('coalesce(o.shown_as, f.name) as folder'))

inbox.add('access_requests', {
  label: 'Requests for access',
  group: 'decide',
  at: 'r.created_at',
  id: 'r.id',
  rows: (client, organizationId) =>
    client
      .from('access_requests as r')
      .where({ 'r.organization_id': organizationId, 'r.status': 'pending' })
      .select('r.full_name', 'r.email'),
  item: (row) => ({
    title: `${row.full_name} (${row.email}) asks for access`,
    asked: 'Us',
    onYes: 'An account is opened, and the person is let in.',
    path: `/liaison/access-requests/${row.id}`,
  }),
})

inbox.add('offers_to_us', {
  label: 'Offers to our people',
  group: 'decide',
  at: 'o.created_at',
  id: 'o.id',
  rows: (client, organizationId, asOf) =>
    offers(client, organizationId, asOf).where({
      'o.asked_organization_id': organizationId,
      'o.status': 'pending',
    }),
  item: (row) => ({
    title: `${row.offering} offers “${row.folder}” to ${personOf(row)}`,
    asked: 'Us',
    onYes: `The person can open it at once, as ${levelOf(row)}.`,
    path: `/liaison/offers/${row.id}`,
  }),
})

inbox.add('offers_by_us', {
  label: 'Our offers, waiting',
  group: 'waiting',
  at: 'o.created_at',
  id: 'o.id',
  rows: (client, organizationId, asOf) =>
    offers(client, organizationId, asOf).where({
      'o.organization_id': organizationId,
      'o.status': 'pending',
    }),
  item: (row) => ({
    title: `“${row.folder}” offered to ${personOf(row)}`,
    asked: row.asked,
    onYes: `The subscription starts by itself, as ${levelOf(row)}.`,
    path: `/liaison/offers/${row.id}`,
  }),
})

inbox.add('offers_refused', {
  label: 'Refused lately',
  group: 'refused',
  at: 'o.decided_at',
  id: 'o.id',
  rows: (client, organizationId, asOf) =>
    offers(client, organizationId, asOf)
      .where('o.organization_id', organizationId)
      .whereIn('o.status', ['declined', 'lapsed'])
      .where('o.decided_at', '>', asOf - lately),
  item: (row) => ({
    title: `“${row.folder}” offered to ${personOf(row)}: ${row.status}`,
    asked: row.asked,
    onYes: row.because ?? 'You can offer it again.',
    path: `/liaison/offers/${row.id}`,
  }),
})

inbox.add('subscriptions_ending', {
  label: 'Subscriptions about to end',
  group: 'ending',
  at: 's.expires_at',
  id: 's.id',
  rows: (client, organizationId, asOf) =>
    client
      .from('folder_subscriptions as s')
      .join('folders as f', 'f.id', 's.folder_id')
      .join('accounts as a', 'a.id', 's.account_id')
      .whereNull('s.ended_at')
      .where('s.expires_at', '>', asOf)
      .where('s.expires_at', '<=', asOf + soon)
      .whereRaw(isThere)
      .where((side) =>
        side
          .where('s.folder_organization_id', organizationId)
          .orWhere('s.person_organization_id', organizationId)
      )
      .select('a.full_name', 'a.username', 's.level', 'f.organization_id as keeper')
      .select(client.raw('coalesce(s.shown_as, f.name) as folder')),
  item: (row, organizationId) => ({
    title: `${row.full_name} (${row.username}) loses “${row.folder}”`,
    asked: row.keeper === organizationId ? 'Us' : 'The agency of the folder',
    onYes: 'A later end keeps the access.',
    path: `/liaison/subscriptions/${row.id}`,
  }),
})

/** As the index by which an agency's accounts are sorted by their ends has it. */
const accountsEnd = 'coalesce(a.ends_at, 9007199254740991)'

inbox.add('accounts_ending', {
  label: 'Accounts about to end',
  group: 'ending',
  at: accountsEnd,
  id: 'a.id',
  rows: (client, organizationId, asOf) =>
    client
      .from('accounts as a')
      .where('a.organization_id', organizationId)
      .whereNull('a.deactivated_at')
      .whereRaw(`${accountsEnd} > ? and ${accountsEnd} <= ?`, [asOf, asOf + soon])
      .select('a.full_name', 'a.username'),
  item: (row) => ({
    title: `The account of ${row.full_name} (${row.username}) ends`,
    asked: 'Us',
    onYes: 'A later end date keeps it.',
    path: `/liaison/accounts/${row.id}`,
  }),
})
