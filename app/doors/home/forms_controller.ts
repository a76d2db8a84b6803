import { wantsJson } from '#app/doors/http/access/ask_to_sign_in'
import { FolderForm } from '#app/doors/home/folder_form'
import { returnTo } from '#app/doors/home/folder_page'
import { deleteFiles } from '#app/files/deleting/file_deletion'
import Folder from '#app/folders/folder'
import type { HttpContext } from '@adonisjs/core/http'

/** The one form of a folder's page: upload, or do something with the files that are ticked. */
export default class FormsController {
  async store(ctx: HttpContext) {
    const account = ctx.auth.getUserOrFail()
    const folder = await Folder.findFor(account, ctx.params.folder_id)
    const form = await new FolderForm(ctx, account, folder).read()

    if (form.action === 'upload') return this.#uploaded(form)
    if (!form.ticked.length) return this.#again(form, 'Select a file first.')
    if (form.action === 'delete') return this.#delete(form)
    return form.action === 'download' ? this.#download(form) : this.#view(form)
  }

  #uploaded(form: FolderForm) {
    const { ctx, arrivals } = form
    if (wantsJson(ctx.request)) return { arrivals }
    if (!arrivals.length) return this.#again(form, 'Choose a file with Browse first.')
    return this.#back(form, { arrivals })
  }

  async #delete(form: FolderForm) {
    const { deleted, kept } = await deleteFiles(form.sender, form.folder, form.ticked)
    const deletions = {
      deleted: deleted.map(({ id, name }) => ({ id, name })),
      kept: kept.map(({ file, sentence }) => ({ name: file.name, sentence })),
    }
    return this.#back(form, { deletions })
  }

  #download({ ctx, folder, ticked, mode }: FolderForm) {
    const to = ctx.response.redirect().status(303)
    if (ticked.length === 1) return to.toPath(`/files/${ticked[0]}/download?mode=${mode}`)
    const search = new URLSearchParams({ mode })
    for (const id of ticked) search.append('files', id)
    return to.toPath(`/folders/${folder.id}/archive?${search}`)
  }

  #view(form: FolderForm) {
    const { ctx, ticked, action } = form
    if (ticked.length > 1) {
      return this.#again(form, 'One file can be viewed at a time: select only one.')
    }
    return ctx.response.redirect().status(303).toPath(`/files/${ticked[0]}/${action}`)
  }

  /** A form that fails comes back as it was sent; only chosen files are the browser's alone. */
  #again(form: FolderForm, problem: string) {
    return this.#back(form, { problem, files: form.ticked })
  }

  /** The transfer mode stays as it was chosen, for what is done next. */
  #back({ ctx, folder, mode }: FolderForm, news: Record<string, unknown>) {
    ctx.session.flash({ ...news, mode })
    return returnTo(ctx, folder)
  }
}
