import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import {
  departureValidator,
  leftAtFrom,
  nowInFields,
} from '#app/doors/liaison/departures/departure_validator'
import { recordOf } from '#app/doors/liaison/departures/departure_record'
import type Account from '#app/accounts/account'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { permit } from '#app/audit/decide'
import { belongingsOf } from '#app/folders/departures/belongings'
import { belongingsInWords } from '#app/folders/departures/belongings_in_words'
import Departure from '#app/folders/departures/departure'
import {
  departuresByMonth,
  listDepartures,
  plannedDepartures,
} from '#app/folders/departures/departure_list'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'

const told = {
  waiting: 'A departure of this person is planned already.',
  done: 'This person has left already. Access had ended before.',
}

/** Somebody leaves: one form ends access everywhere and hands over what the person kept. */
export default class DeparturesController {
  async index({ auth, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const list = await listDepartures(account, placeFrom(request.qs()))
    return view.render('pages/liaison/departures/index', {
      planned: await plannedDepartures(account),
      months: await departuresByMonth(account),
      departures: list.rows,
      pages: pagesOf(list),
    })
  }

  async create({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.depart', account)
    const has = await belongingsOf(account)
    const planned = await Departure.plannedFor(account)
    const lists = await belongingsInWords(has)
    const left = nowInFields()
    return view.render('pages/liaison/departures/create', { account, has, lists, planned, left })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const typed = await request.validateUsing(departureValidator)
    const begun = await begin(liaison, account, typed)
    if (typeof begun === 'string') {
      session.flash('notice', told[begun])
      return response.redirect().toRoute('liaison.departures.index')
    }
    if ('problems' in begun) {
      session.flashAll()
      session.flash('inputErrorsBag', begun.problems)
      return response.redirect().toRoute('liaison.departures.create', { account_id: account.id })
    }
    const { id, status } = begun.departure
    const done = status === 'done' ? 'All access has ended.' : 'The departure is planned.'
    session.flash('done', done)
    return response.redirect().toRoute('liaison.departures.show', { departure_id: id })
  }

  async show({ auth, params, view }: HttpContext) {
    const departure = await Departure.findFor(auth.getUserOrFail(), params.departure_id)
    return view.render('pages/liaison/departures/show', recordOf(departure))
  }
}

function begin(liaison: Account, account: Account, typed: Infer<typeof departureValidator>) {
  const left = leftAtFrom(typed)
  if ('problems' in left) return left
  return Departure.begin(liaison, account, {
    leftAt: left.leftAt,
    note: typed.note,
    sponsor: typed.sponsor_heir,
    offers: typed.offers_heir,
    home: typed.home_heir,
    homeDays: typed.home_days,
  })
}
