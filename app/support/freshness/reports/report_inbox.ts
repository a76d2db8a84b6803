import { inbox } from '#app/folders/requests/inbox'

/** What was reported as wrong waits with everything else that a liaison decides, and stands in the morning mail. */
inbox.add('entry_reports', {
  label: 'Reported as wrong',
  group: 'decide',
  at: 'er.created_at',
  id: 'er.id',
  rows: (client, organizationId) =>
    client
      .from('entry_reports as er')
      .join('programs as pr', 'pr.id', 'er.program_id')
      .where('er.organization_id', organizationId)
      .whereNull('er.settled_at')
      .select('er.entry_name', 'er.program_id', 'pr.name as program'),
  item: (row) => ({
    title: `${row.program}: somebody says that “${row.entry_name}” is wrong`,
    asked: 'Us',
    onYes: 'Who reported it is told what became of it.',
    path: `/liaison/programs/${row.program_id}/reports/${row.id}`,
  }),
})
