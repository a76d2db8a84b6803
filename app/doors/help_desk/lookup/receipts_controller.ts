import { traceReceipt } from '#app/support/lookup/receipt'
import type { HttpContext } from '@adonisjs/core/http'

/** "Code W-7K3Q: did it arrive?" */
export default class ReceiptsController {
  async show({ auth, params, view }: HttpContext) {
    const receipt = await traceReceipt(auth.getUserOrFail(), params.code)
    return view.render('pages/help_desk/receipts/show', { receipt })
  }
}
