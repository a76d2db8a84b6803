import { readerOf } from '#app/doors/http/access/reader_of'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { searchValidator } from '#app/doors/public/search_validator'
import { readingNotes } from '#app/support/freshness/reading_notes'
import { accountsNamed } from '#app/support/records/named_accounts'
import { recordFor } from '#app/support/records/reading'
import { findRecords } from '#app/support/records/record_list'
import { sheetOf } from '#app/support/records/sheet'
import type { HttpContext } from '@adonisjs/core/http'

/** What each program published about itself: whom to ask, where to upload, whom to call. */
export default class QuickReferencesController {
  async index(ctx: HttpContext) {
    const { search = '' } = await ctx.request.validateUsing(searchValidator)
    const place = placeFrom(ctx.request.qs())
    const list = await findRecords(await readerOf(ctx), search, place)
    const agencies = [...Map.groupBy(list.rows, ({ agency }) => agency.id).values()]
    const pages = pagesOf(list, { search })
    return ctx.view.render('pages/public/quick_references/index', { agencies, search, pages })
  }

  async show(ctx: HttpContext) {
    const reader = await readerOf(ctx)
    const record = await recordFor(reader, ctx.params.id)
    const { organization, entries } = record
    const isKept = reader?.has('liaison') && reader.organizationId === organization.id
    const accounts = isKept ? await accountsNamed(organization.id, entries) : new Map()
    const parts = sheetOf(entries)
    const notes = await readingNotes(record)
    const data = { record, parts, isKept, accounts, ...notes }
    return ctx.view.render('pages/public/quick_references/show', data)
  }
}
