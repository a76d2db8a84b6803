import { escalationAsked } from '#app/doors/public/escalation_asked'
import type { HttpContext } from '@adonisjs/core/http'

/** The same answer for telephones and scripts: one sentence a line. What is asked wrongly is said first, with status 422. */
export default class EscalationTextsController {
  async show(ctx: HttpContext) {
    const { answer, problems } = await escalationAsked(ctx)
    const wrong = Object.values(problems).flat()
    const lines = [...wrong, answer.sentence, ...answer.then.map(({ sentence }) => sentence)]
    if (answer.opens) lines.push(answer.opens)
    return ctx.response
      .status(wrong.length ? 422 : 200)
      .header('Content-Type', 'text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`)
  }
}
