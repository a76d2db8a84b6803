import { now } from '#app/shared/clock'
import { entryKept } from '#app/support/records/entry_kept'
import Verification from '#app/support/freshness/verification'
import { wordingOf } from '#app/support/freshness/wording'

/** Whoever writes an entry answers for it: it is verified by that liaison, until somebody else says so. */
entryKept.hear('verifications', async ({ by, program, before, after }, trx) => {
  if (!after || (before && wordingOf(before) === wordingOf(after))) return
  await Verification.create(
    {
      programId: program.id,
      entryId: after.id,
      wording: wordingOf(after),
      verifiedAt: now(),
      accountId: by.id,
      via: 'console',
    },
    { client: trx }
  )
})
