import { tellProblems } from '#app/doors/http/forms/asked'
import { escalationAsked } from '#app/doors/public/escalation_asked'
import { momentInWords } from '#app/support/escalation/moment_words'
import { severities } from '#app/support/records/entry_kinds'
import type { PublishedEdition } from '#app/support/records/published_editions'
import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'

const hints = {
  question: 'Something is not clear, and the work goes on.',
  problem: 'Something does not work for one person or one transfer.',
  incident: 'Nothing works, data is lost or in wrong hands, or a deadline is about to be missed.',
}

/** Who do I call right now? Open to everybody: each is answered as far as they may know. */
export default class EscalationsController {
  async show(ctx: HttpContext) {
    const found = await escalationAsked(ctx)
    tellProblems(ctx, found.asked, found.problems)
    return ctx.view.render('pages/public/escalations/show', {
      ...found,
      programs: optionsOf(found.programs),
      severities: severities.map((one) => ({ ...one, hint: hints[one.value] })),
      moment: momentInWords(found.at, service.timeZone),
    })
  }
}

/** Each agency's first program serves whoever knows the agency alone. */
function optionsOf(programs: PublishedEdition[]) {
  const agencies = new Map(programs.map(({ agency }) => [agency.id, agency]))
  return [
    { value: '', label: 'I do not know the program' },
    ...programs.map(({ id, name, agency }) => ({
      value: id,
      label: `${agency.shortName}: ${name}`,
    })),
    ...[...agencies.values()].map(({ id, shortName }) => ({
      value: id,
      label: `${shortName}: I do not know the program`,
    })),
  ]
}
