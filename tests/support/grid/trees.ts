import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import type { Lines } from '#tests/support/grid/line'

/** Who keeps the folder tree of DOL: her liaison, and nobody else. */
const keepers = {
  answers: {
    ada: 'liaison.only',
    lena: 'yes',
    otto: 'liaison.only',
    olga: 'organization.unknown',
  },
  byRole: { liaison: 'yes' },
}

export const trees = {
  'folder.browse': { object: ({ dol }) => dol, ...keepers },
  'folder.create': { object: ({ incoming }) => incoming, ...keepers },
  'folder.rename': { object: ({ incoming }) => incoming, ...keepers },
  'folder.configure': { object: ({ incoming }) => incoming, ...keepers },
  'folder.move': { object: ({ incoming }) => incoming, ...keepers },
  'folder.remove': { object: ({ incoming }) => incoming, ...keepers },
  'folder.recover': {
    object: async ({ incoming, lena }) =>
      (await deleteFolder(lena, incoming)) ?? new FolderDeletion(),
    ...keepers,
  },
  'folder_template.keep': { object: ({ dol }) => dol, ...keepers },
} satisfies Lines
