import type Account from '#app/accounts/account'
import { isId } from '#app/shared/place'
import type { Attempt } from '#app/support/explanations/explanation'
import { fileMeant } from '#app/support/explanations/file_meant'
import { folderChosen, foldersMeant, type Meant } from '#app/support/explanations/folder_meant'
import type { HttpContext } from '@adonisjs/core/http'

export const whats = [
  { value: 'sign_in', label: 'Sign in' },
  { value: 'open_folder', label: 'Open a folder' },
  { value: 'upload', label: 'Upload' },
  { value: 'see_file', label: 'See a file' },
  { value: 'sftp', label: 'Connect by SFTP' },
] as const

/** Before anything was chosen. */
export const nothingAsked = { what: '', folder: '', code: '' }

interface Asked {
  asked: { what: string; folder: string; code: string }
  attempt?: Attempt
  /** Several may be meant: somebody chooses. */
  choices: Meant[]
  path?: string
  problems: Record<string, string[]>
}

/** What the address asks for, as far as it can be understood. */
export async function explanationAsked({ request }: HttpContext, account: Account): Promise<Asked> {
  const { what, folder, code, folder_id: folderId } = said(request.qs())
  const asked = { what, folder, code }
  const kind = whats.find(({ value }) => value === what)?.value
  if (!kind) return { asked, choices: [], problems: {} }
  if (kind === 'sign_in' || kind === 'sftp')
    return { asked, attempt: { what: kind }, choices: [], problems: {} }
  if (kind === 'see_file') return { asked, choices: [], ...(await fileOf(code)) }
  return { asked, ...(await folderOf(account, kind, folder, folderId)) }
}

async function fileOf(code: string): Promise<Pick<Asked, 'attempt' | 'problems'>> {
  const file = await fileMeant(code)
  if (file) return { attempt: { what: 'see_file', file }, problems: {} }
  const sentence = code
    ? 'No file has this code. Ask the caller to read it once more.'
    : 'Type the code of the file, as it stands on its waybill: like W-7K3Q-9XMD.'
  return { problems: { code: [sentence] } }
}

async function folderOf(
  account: Account,
  what: 'open_folder' | 'upload',
  typed: string,
  id: string
): Promise<Omit<Asked, 'asked'>> {
  const chosen = isId(id) ? await folderChosen(account, id) : null
  const meant = chosen ? [chosen] : await foldersMeant(account, typed)
  if (meant.length === 1) {
    const [{ folder, path }] = meant
    return { attempt: { what, folder }, path, choices: [], problems: {} }
  }
  if (meant.length) return { choices: meant, problems: {} }
  return { choices: [], problems: { folder: [noSuchFolder] } }
}

const noSuchFolder =
  'No folder is called that, of no agency. Try a part of its name, or Home for the person’s own.'

/** One line of text each, without what no database keeps. */
function said(query: Record<string, unknown>) {
  const text = (name: string) => {
    const value = query[name]
    if (typeof value !== 'string') return ''
    return value
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 260)
  }
  return {
    what: text('what'),
    folder: text('folder'),
    code: text('code'),
    folder_id: text('folder_id'),
  }
}
