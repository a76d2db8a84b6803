import { aFile } from '#tests/support/files'
import type { Cast, Lines } from '#tests/support/grid/line'

const nobody = 'help_desk.only'
const onlyHelpDesk = {
  answers: { ada: nobody, lena: nobody, otto: nobody, olga: nobody },
  byRole: { help_desk: 'yes', operator: 'yes' },
} as const

async function sent(folder: Cast['incoming'], sender: Cast['ada']) {
  const file = await aFile(folder, sender, 'notes.txt')
  file.$setRelated('folder', folder)
  return file
}

/** Who looks for anybody and anything of all organizations, and traces what came in. */
export const lookup = {
  'lookup.search': { object: ({ dol }) => dol, ...onlyHelpDesk },
  'lookup.open': { object: ({ incoming }) => incoming, ...onlyHelpDesk },
  'receipt.trace': {
    object: ({ incoming, ada }) => sent(incoming, ada),
    ...onlyHelpDesk,
  },
} satisfies Lines
