import { codeFrom } from '#app/files/file_code'
import File from '#app/files/file'

/** The file of a code that a caller reads out, deleted or not. Null if there is none. */
export async function fileMeant(typed: string) {
  const code = codeFrom(typed)
  return code ? File.query().where({ code }).preload('folder').first() : null
}
