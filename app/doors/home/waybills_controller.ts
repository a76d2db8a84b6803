import { findByCode } from '#app/files/waybill'
import type { HttpContext } from '@adonisjs/core/http'

/** Finds a file by the short code on its waybill. */
export default class WaybillsController {
  async index({ auth, request, response, view }: HttpContext) {
    const code = String(request.qs().code ?? '').slice(0, 60)
    const file = code ? await findByCode(auth.getUserOrFail(), code) : null
    if (file) return response.redirect().toRoute('files.show', { id: file.id })
    return view.render('pages/home/waybills/index', { code })
  }
}
