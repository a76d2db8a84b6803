import { permit } from '#app/audit/decide'
import type Account from '#app/accounts/account'
import type { Upload } from '#app/files/receiving/receive'
import { isOlder, now, second } from '#app/shared/clock'

interface Asked {
  at: number
  answer: Promise<void>
}

/** What was asked of late, for as long as the person's request lives. */
const asked = new WeakMap<Account, Map<string, Asked>>()

/**
 * Whether this person may upload here, before the first byte and now and then while bytes arrive; a second's old answer will
 * do. What counts is asked once more when the file is published. Throws a Refusal.
 */
export function checkLeave({ sender, folder }: Upload) {
  const known = asked.get(sender) ?? new Map<string, Asked>()
  asked.set(sender, known)
  const last = known.get(folder.id)
  if (last && !isOlder(last.at, second)) return last.answer
  const answer = permit(sender, 'folder.upload', folder)
  known.set(folder.id, { at: now(), answer })
  return answer
}
