import { inbox } from '#app/folders/requests/inbox'
import { numberInWords } from '#app/support/requests/help_request'

/** What waits for the liaisons of an organization stands in their one inbox, and in the mail of each morning. */
inbox.add('help_requests', {
  label: 'Help requests',
  group: 'decide',
  at: 'h.waits_since',
  id: 'h.id',
  rows: (client, organizationId) =>
    client
      .from('help_requests as h')
      .join('accounts as a', 'a.id', 'h.account_id')
      .where({ 'h.organization_id': organizationId, 'h.status': 'open' })
      .whereIn('h.lies_with', ['liaison', 'alternate'])
      .select('h.number', 'h.urgency', 'a.full_name', 'a.username'),
  item: (row) => ({
    title: `${numberInWords(row.number)}: ${row.full_name} (${row.username}) asks for help`,
    asked: 'Us',
    onYes: `The person gets your answer by mail. Urgency: ${row.urgency}.`,
    path: `/liaison/help-requests/${row.id}`,
  }),
})
