import { requireFormToken } from '#app/doors/http/forms/form_token'
import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { arrived, type Arrived } from '#app/doors/home/arrived'
import type { TransferMode } from '#app/files/file_version'
import { readUploadForm, type FormFile } from '#app/files/receiving/upload_form'
import type Folder from '#app/folders/folder'
import type { HttpContext } from '@adonisjs/core/http'

export const actions = ['upload', 'download', 'html', 'text', 'delete'] as const
export type Action = (typeof actions)[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The form of a folder as it streams in. Its fields stand before the files: the token is checked and the mode is known
 * before the first byte of a file. The button `Upload File` stands behind the files, so no button means upload.
 */
export class FolderForm {
  action: Action = 'upload'
  mode: TransferMode = 'binary'
  ticked: string[] = []
  arrivals: Arrived[] = []
  #leave?: Promise<void>
  #presence = new AbortController()

  constructor(
    readonly ctx: HttpContext,
    readonly sender: Account,
    readonly folder: Folder
  ) {}

  async read() {
    const { request } = this.ctx.request
    this.ctx.response.response.once('close', () => this.#presence.abort())
    await readUploadForm(request, request.headers, {
      onFields: async (fields) => this.#take(fields),
      onFile: (file) => this.#receive(file),
    })
    return this
  }

  #take(fields: URLSearchParams) {
    requireFormToken(this.ctx, fields.get('_csrf'))
    this.action = actions.find((action) => action === fields.get('do')) ?? 'upload'
    this.mode = fields.get('mode') === 'ascii' ? 'ascii' : 'binary'
    this.ticked = fields.getAll('files').filter((id) => uuid.test(id))
  }

  /** One refusal for the whole form if the person may not upload here at all; then no file is looked at. */
  async #receive({ name, stream }: FormFile) {
    if (this.action !== 'upload') return
    const at = this.arrivals.push({ name, outcome: 'waiting' }) - 1
    await (this.#leave ??= permit(this.sender, 'folder.upload', this.folder))
    this.arrivals[at] = await arrived(stream, {
      name,
      folder: this.folder,
      sender: this.sender,
      mode: this.mode,
      via: 'browser',
      presence: this.#presence.signal,
      announcedBytes: Number(this.ctx.request.header('content-length')) || undefined,
    })
  }
}
