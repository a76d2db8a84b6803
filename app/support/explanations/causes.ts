import type { NotOpen } from '#app/files/why_not_open'
import type { SubscriptionEnd } from '#app/folders/subscriptions/folder_subscription'
import type { Hindrance } from '#app/support/explanations/hindrance'

type Told = Omit<Hindrance, 'code' | 'cause' | 'refersTo'>
type Cause = NotOpen['cause']
type Of<C extends Cause> = Extract<NotOpen, { cause: C }>

/** Whoever knows nothing of it is told what everybody is told of what never was. */
const nothing =
  'With your account I see nothing of that name or code that is open to you. Your own liaison can ask for access.'

const endings: Record<SubscriptionEnd, string> = {
  ended: 'a liaison ended it',
  expired: 'its last day came',
  changed: 'another subscription took its place, and that one is over, too',
  not_reviewed: 'it is suspended, for nobody confirmed it in the access review',
  account_deactivated: 'the account was deactivated meanwhile, and both sides must agree anew',
  organization_suspended: 'one of the organizations was suspended, and both sides must agree anew',
  departed: 'the person was said to have left',
  import_undone: 'the import that gave it was undone',
  folder_deleted: 'the folder was deleted',
}

const told: { [C in Cause]: (cause: Of<C>) => Told } = {
  folder_deleted: ({ until, wasReached }) => ({
    sentence: until
      ? 'The folder is deleted, with all that lies in it. It can be recovered until'
      : 'The folder is deleted for good, with all that lay in it.',
    at: until,
    by: 'folder_liaison',
    aloud: wasReached ? deletedFolder(until !== null) : nothing,
  }),
  not_own_home: () => ({
    sentence: 'It lies in the home folder of somebody else, which is its owner’s alone.',
    by: 'folder_liaison',
    aloud: nothing,
  }),
  offered: ({ since }) => ({
    sentence:
      'Access was offered, and the person’s own liaison has not answered yet. It waits since',
    at: since,
    by: 'liaison',
    aloud: nothing,
  }),
  ended: ({ because, at }) => ({
    sentence: `The person had access, and it is over: ${endings[because]}. It ended`,
    at,
    by: 'folder_liaison',
    aloud: 'You had access to that, and it is over. The liaison of the folder can give it again.',
  }),
  never: () => ({
    sentence: 'The person was never subscribed to this folder, nor to one above it.',
    mend: 'The liaison of the folder can subscribe a person to it.',
    by: 'folder_liaison',
    aloud: nothing,
  }),
  drop_off: () => ({
    sentence:
      'The folder is a drop-off: who contributes there sees only their own uploads, and this file is somebody else’s.',
    mend: 'A manager of the folder can open it.',
    by: 'folder_liaison',
    aloud: nothing,
  }),
  destroyed: ({ at }) => ({
    sentence: 'The file was deleted for good, and nobody can bring it back. That was',
    at,
    mend: 'Whoever sent it can send it again.',
    by: 'sender',
    aloud: 'That file was deleted for good. Whoever sent it can send it again.',
  }),
  deleted: ({ until, mayRestore }) => ({
    sentence: 'The file is deleted. It can be restored until',
    at: until,
    mend: mayRestore
      ? 'The person can do it: Deleted files, Restore.'
      : 'Whoever uploaded it, or a manager of the folder, can restore it.',
    by: mayRestore ? 'self' : 'sender',
    aloud: mayRestore
      ? 'That file was deleted, and you can bring it back yourself: open Deleted files, and press Restore.'
      : 'That file was deleted. Whoever uploaded it can still bring it back.',
  }),
}

const deletedFolder = (isRecoverable: boolean) =>
  isRecoverable
    ? 'That folder was deleted. Its liaison can still bring it back.'
    : 'That folder was deleted, and cannot be brought back.'

/** What lies behind an answer that hides all of it. */
export function behind(code: string, cause: NotOpen): Hindrance {
  const words = (told[cause.cause] as (cause: NotOpen) => Told)(cause)
  const refersTo = words.aloud === nothing ? 'liaison' : words.by
  return { code, cause: cause.cause, ...words, refersTo }
}
