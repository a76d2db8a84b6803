import { mend } from '#app/doors/http/forms/mend'
import { now } from '#app/shared/clock'
import Holiday from '#app/support/escalation/holiday'
import {
  addFederalHolidays,
  addHolidayLines,
  permitHolidays,
  removeHoliday,
  type Added,
  type Keeper,
} from '#app/support/escalation/holiday_keeping'
import { holidaysOf } from '#app/support/escalation/holiday_list'
import { dayNear } from '#app/support/escalation/wall_clock'
import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'

/** The holidays of one agency at its liaison's door, or of all at the operator's: the same pages, other addresses. */
export class HolidayDesk {
  constructor(
    readonly door: 'liaison' | 'operations',
    readonly keeper: Keeper
  ) {}

  async index({ auth, request, view }: HttpContext) {
    const thisYear = Number(dayNear(now(), service.timeZone).slice(0, 4))
    const year = yearIn(request.qs().year) ?? thisYear
    const list = await holidaysOf(auth.getUserOrFail(), this.keeper, year)
    return view.render(`pages/${this.door}/holidays/index`, {
      ...{ ...list, keeper: this.keeper, routes: `${this.door}.holidays` },
      years: [year - 1, year, year + 1].filter((one) => yearIn(String(one))),
    })
  }

  async storeLines(ctx: HttpContext) {
    const { lines } = ctx.request.all()
    const text = typeof lines === 'string' ? lines : ''
    const by = ctx.auth.getUserOrFail()
    return this.#answer(ctx, await addHolidayLines(by, this.keeper, text))
  }

  async storeFederal(ctx: HttpContext) {
    const { year, days } = ctx.request.all()
    const chosen = [days].flat().filter((day) => typeof day === 'string')
    const by = ctx.auth.getUserOrFail()
    const read = yearIn(year) ?? 0
    return this.#answer(ctx, await addFederalHolidays(by, this.keeper, read, chosen), read)
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const by = auth.getUserOrFail()
    await permitHolidays(by, this.keeper)
    const holiday = await Holiday.findFor(by, this.keeper?.id ?? null, params.holiday_id)
    const isDone = await removeHoliday(by, this.keeper, holiday)
    if (isDone) session.flash('done', `Removed ${holiday.name}, ${holiday.day}.`)
    else session.flash('notice', 'Somebody had removed it already.')
    return response.redirect().toPath(this.#pathOf(holiday.day.slice(0, 4)))
  }

  #answer(ctx: HttpContext, outcome: Added, year?: number) {
    if ('problems' in outcome) mend(ctx, outcome.problems)
    else ctx.session.flash(outcome.added.length ? 'done' : 'notice', inWords(outcome))
    const shown = 'added' in outcome ? outcome.added[0]?.day.slice(0, 4) : undefined
    return ctx.response.redirect().toPath(this.#pathOf(shown ?? (year || '')))
  }

  #pathOf(year: string | number) {
    return `/${this.door}/holidays${year ? `?year=${year}` : ''}`
  }
}

function inWords({ added, known }: Extract<Added, { added: unknown }>) {
  const there = known ? `${known === 1 ? 'One was' : `${known} were`} there already.` : ''
  if (!added.length) return there
  const names = added.map(({ name }) => name).join(', ')
  return `Added ${added.length === 1 ? names : `${added.length} holidays: ${names}`}. ${there}`.trim()
}

/** A year of this century. */
function yearIn(text: unknown) {
  return typeof text === 'string' && /^20\d\d$/.test(text) ? Number(text) : undefined
}
