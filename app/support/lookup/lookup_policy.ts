import { answersCallers } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type File from '#app/files/file'
import type Folder from '#app/folders/folder'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'lookup.search': Organization
    'lookup.open': Organization | Folder
    'receipt.trace': File
  }
}

/** Whoever answers callers looks for anybody and anything; the organization is their own. */
rule('lookup.search', (actor) => answersCallers(actor))

/** What an organization or a folder is, and who keeps it; nothing of what lies in a folder. */
rule('lookup.open', (actor) => answersCallers(actor))

/** Whether a file arrived, and what became of it; neither its name nor its contents. */
rule('receipt.trace', (actor) => answersCallers(actor))
