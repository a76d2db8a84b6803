import { askedOf, type Problems } from '#app/doors/http/forms/asked'
import { beginOf, momentOf } from '#app/doors/http/forms/moment'
import { latest, periodIn } from '#app/doors/liaison/activity/period'
import { directions, type TransferQuestion } from '#app/files/activity/transfer_list'
import type { HttpContext } from '@adonisjs/core/http'

/** What the address of the transfers asks for; the last thirty days, if it says nothing or something wrong. */
export function transferAsked(ctx: HttpContext) {
  const said = askedOf(ctx, ['what', 'from', 'to'])
  const problems: Problems = {}
  const usual = latest()
  const asked = { ...said, from: said.from || usual.from, to: said.to || usual.to }
  const period = periodIn(asked, problems)
  const question: TransferQuestion = {
    direction: directions.find((direction) => direction === said.what) ?? 'came',
    from: period.from ?? beginOf(usual.from)!,
    to: period.to ?? momentOf(usual.to)! + 1,
  }
  return { asked, question, problems }
}
