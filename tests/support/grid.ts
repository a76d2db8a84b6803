import type { Actions } from '#app/audit/decide'
import Terms from '#app/enrollment/terms'
import Application from '#app/enrollment/application'
import { theService } from '#app/audit/actor'
import HeldUpload from '#app/files/held_upload'
import File from '#app/files/file'
import { aFile } from '#tests/support/files'
import { signedIn, type theCast } from '#tests/support/cast'

type Cast = Awaited<ReturnType<typeof theCast>>

/** `yes`, or the code of the reason why not. */
export interface Answers {
  ada: string
  lena: string
  otto: string
  olga: string
}

interface Line<A extends keyof Actions> {
  object: (cast: Cast) => Actions[A] | Promise<Actions[A]>
  answers: Answers
}

async function sent({ incoming, ada }: Cast) {
  const { id } = await aFile(incoming, ada, 'report.txt')
  return File.findFor(ada, id)
}

const unknown = 'folder.unknown'
const onlyAda = { ada: 'yes', lena: unknown, otto: unknown, olga: unknown }

/**
 * Every declared action, done to something of Ada's or of DOL's, with the answer for each of the cast. A new action
 * gets its line here; the test fails until it has one.
 */
export const grid: { [A in keyof Actions]: Line<A> } = {
  'password.change': {
    object: ({ ada }) => ada,
    answers: {
      ada: 'yes',
      lena: 'account.unknown',
      otto: 'account.unknown',
      olga: 'account.unknown',
    },
  },
  'session.end': {
    object: async ({ ada }) => (await signedIn(ada)).session!,
    answers: {
      ada: 'yes',
      lena: 'session.unknown',
      otto: 'session.unknown',
      olga: 'session.unknown',
    },
  },
  'terms.accept': {
    object: async () => Terms.publish(theService, await Application.builtIn(), 'Only for work.'),
    answers: {
      ada: 'terms.not_administrator',
      lena: 'yes',
      otto: 'terms.not_administrator',
      olga: 'yes',
    },
  },
  'folder.list': { object: ({ incoming }) => incoming, answers: onlyAda },
  'folder.upload': { object: ({ incoming }) => incoming, answers: onlyAda },
  'file.view': { object: sent, answers: onlyAda },
  'file.download': { object: sent, answers: onlyAda },
  'file.delete': { object: sent, answers: onlyAda },
  'file.restore': { object: sent, answers: onlyAda },
  'file.destroy': { object: sent, answers: onlyAda },
  'file.revert': { object: sent, answers: onlyAda },
  'file.trace': { object: sent, answers: onlyAda },
  'upload.settle': {
    object: ({ ada, incoming }) =>
      new HeldUpload().fill({ accountId: ada.id, folderId: incoming.id }),
    answers: onlyAda,
  },
}
