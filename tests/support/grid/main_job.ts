import Terms from '#app/enrollment/terms'
import Application from '#app/enrollment/application'
import { theService } from '#app/audit/actor'
import HeldUpload from '#app/files/receiving/held_upload'
import File from '#app/files/file'
import { aFile } from '#tests/support/files'
import { signedIn } from '#tests/support/cast'
import type { Cast, Lines } from '#tests/support/grid/line'

async function sent({ incoming, ada }: Cast) {
  const { id } = await aFile(incoming, ada, 'report.txt')
  return File.findFor(ada, id)
}

const unknown = 'folder.unknown'
const onlyAda = { ada: 'yes', lena: unknown, otto: unknown, olga: unknown }

/** What everybody does: sign in, exchange files, accept terms. */
export const mainJob = {
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
    byRole: { liaison: 'yes', organization_administrator: 'yes' },
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
} satisfies Lines
