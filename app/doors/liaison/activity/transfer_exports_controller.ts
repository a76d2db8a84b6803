import { written } from '#app/doors/http/forms/moment'
import { sendCsv } from '#app/doors/http/answers/send_csv'
import { transferAsked } from '#app/doors/liaison/activity/transfer_asked'
import { allTransfers } from '#app/files/activity/transfer_list'
import type { HttpContext } from '@adonisjs/core/http'

const headings = ['When', 'What', 'Who', 'File', 'Code', 'Folder', 'Bytes']

/** The list of transfers as a file: the same rows in the same order, of all its pages. */
export default class TransferExportsController {
  async show(ctx: HttpContext) {
    const { question } = transferAsked(ctx)
    const transfers = allTransfers(ctx.auth.getUserOrFail(), question)
    async function* rows() {
      for await (const batch of transfers) {
        yield batch.map(({ at, what, who, name, code, folder, sizeBytes }) => [
          written(at),
          what,
          who,
          name ?? 'A file',
          code,
          folder,
          sizeBytes,
        ])
      }
    }
    return sendCsv(ctx, 'Transfers', headings, rows())
  }
}
