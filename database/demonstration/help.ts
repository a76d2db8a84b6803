import { answer, solve } from '#app/support/requests/help_request_answering'
import { fileRequest } from '#app/support/requests/help_request_filing'
import type { Trx } from '#app/shared/transaction'
import type { People } from '#database/demonstration/people'

/** Two calls of Ada's for help: one that her liaison solved, and one that waits. */
export async function askForHelp({ ada, liaison }: People, trx: Trx) {
  const solved = await fileRequest(ada, troubles.solved, trx)
  if ('request' in solved) {
    await answer(liaison, solved.request, 'Which day was it? I see a file of Tuesday.', trx)
    await solve(liaison, solved.request, 'It was under Deleted files. I showed you Restore.', trx)
  }
  await fileRequest(ada, troubles.open, trx)
}

const troubles = {
  solved: {
    doing: 'Getting a deleted file back',
    happened: 'The wage table that I uploaded on Tuesday is not in Incoming any more.',
    urgency: 'question',
    reach: '860-555-0120',
  },
  open: {
    doing: 'Uploading to /DOL/SRR/Incoming',
    happened: 'A file of 3 GB stops at about 40 percent, and the page says that the line broke.',
    urgency: 'problem',
    reach: '860-555-0120, until 4:30 pm',
  },
} as const
