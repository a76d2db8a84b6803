import { wantsJson } from '#app/doors/http/access/ask_to_sign_in'
import { outwardly, ServiceBusy } from '#app/doors/http/answers/outward_error'
import { pageOfForm } from '#app/doors/http/forms/page_of_form'
import { notTaken, refuseForm } from '#app/doors/http/forms/refuse_form'
import { isSecretName } from '#app/doors/http/forms/typed'
import app from '@adonisjs/core/services/app'
import { type HttpContext, ExceptionHandler } from '@adonisjs/core/http'

const tooLarge = {
  title: notTaken,
  sentence: 'This form holds more than the service takes in one.',
  mend: 'Write less text at once. Files are sent with Upload File in a folder.',
}

/** Turns what went wrong into a page that helps, or into JSON; never tells a stack, a path or an errno (rule 31). */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected renderStatusPages = !app.inDev

  protected statusPages = {
    '403': (error: any, { view }: HttpContext) =>
      view.render('pages/public/refused', error.decision ?? {}),
    '404': (_error: any, { view }: HttpContext) => view.render('pages/public/not_found'),
    '413': (_error: any, { view }: HttpContext) => view.render('pages/public/refused', tooLarge),
    '500..599': (error: any, { view, request }: HttpContext) =>
      error instanceof ServiceBusy
        ? view.render('pages/public/busy')
        : view.render('pages/public/failed', { requestId: request.id(), sentence: error.sentence }),
  }

  async handle(error: any, ctx: HttpContext) {
    if (error?.code === 'E_BAD_CSRF_TOKEN') return refuseForm(ctx)
    if (error?.code === 'E_REFUSED' && wantsJson(ctx.request)) {
      const { code, sentence, mend } = error.decision
      return ctx.response.status(error.status).send({ code, sentence, mend })
    }
    const told = this.debug ? error : outwardly(error)
    if (told instanceof ServiceBusy) ctx.response.header('Retry-After', '5')
    return super.handle(told, ctx).catch((another) => this.#inWordsAlone(told, another, ctx))
  }

  async renderErrorAsJSON(error: any, ctx: HttpContext) {
    if (this.debug || error.status < 500) return super.renderErrorAsJSON(error, ctx)
    const { code, message } = error
    ctx.response.status(error.status).send({ code, message, requestId: ctx.request.id() })
  }

  /** When not even the page that tells of an error can be shown. */
  #inWordsAlone(told: any, another: unknown, { request, response, logger }: HttpContext) {
    logger.error({ err: another }, 'error_page_failed')
    const { status = 500, message } = told
    return response.status(status).type('text').send(`${message}\nReference: ${request.id()}\n`)
  }

  /** What was typed comes back with what must be mended; a password is written down nowhere. */
  async renderValidationErrorAsHTML(error: any, { request, response, session }: HttpContext) {
    session.flashValidationErrors(error, false)
    session.flashExcept(Object.keys(request.all()).filter(isSecretName))
    response.redirect().toPath(pageOfForm(request))
  }
}
