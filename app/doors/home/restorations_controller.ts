import { restorationValidator } from '#app/doors/home/restoration_validator'
import File from '#app/files/file'
import { freeNameLike, restoreFile } from '#app/files/deleting/file_restoration'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import type { HttpContext } from '@adonisjs/core/http'

/** A deleted file comes back, under its own name or, if that was taken meanwhile, another. */
export default class RestorationsController {
  async create({ auth, params, view }: HttpContext) {
    const file = await File.findToRestore(auth.getUserOrFail(), params.file_id)
    return view.render('pages/home/restorations/create', { file, free: await freeNameLike(file) })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const file = await File.findToRestore(account, params.file_id)
    const { name = file.name } = await request.validateUsing(restorationValidator)
    const outcome = await restoreFile(account, file, name).catch(unfit)
    if (outcome === 'restored') {
      session.flash('done', `Restored ${file.name}.`)
      return response.redirect().toRoute('deleted.index')
    }
    if (outcome === 'gone') {
      session.flash('notice', `${file.name} is not among the deleted files any more.`)
      return response.redirect().toRoute('deleted.index')
    }
    const sentence =
      outcome instanceof UploadRefused
        ? outcome.sentence
        : `Another file is called “${name}” now. Choose a name that is free.`
    session.flash({ name, inputErrorsBag: { name: [sentence] } })
    return response.redirect().toRoute('files.restorations.create', { file_id: file.id })
  }
}

/** A name that cannot be kept is an answer; anything else is a fault. */
function unfit(error: unknown) {
  if (error instanceof UploadRefused) return error
  throw error
}
