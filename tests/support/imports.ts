import type Account from '#app/accounts/account'
import AccountImport from '#app/folders/imports/account_import'

export const header = 'User name,Full name,E-mail,End date,Sponsor,Folder path,Level'

/** A table of so many people of no special kind. */
export const tableOf = (count: number, more = '') =>
  [
    'User name,Full name,E-mail,Phone,Title,Credential source,Require change,End date,Sponsor,Folder path,Level',
    ...Array.from({ length: count }, (_, at) => {
      return `p${at},Person ${at},p${at}@example.gov,860-555-0100,Analyst,local,yes,,,${more}`
    }),
  ].join('\r\n')

export const table = (text: string) => ({ text, name: 'people.csv', encoding: 'utf-8' })

/** A preview that could be read. Throws otherwise. */
export async function previewed(by: Account, text: string) {
  const kept = await AccountImport.preview(by, table(text))
  if (!kept || 'faults' in kept) throw new Error(kept?.faults.join(' ') ?? 'Gone')
  return AccountImport.findFor(by, kept.id)
}
