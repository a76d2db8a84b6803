import { HttpContextFactory } from '@adonisjs/core/factories/http'

/** Renders a piece of a page as it stands, with what the middleware of a request would have shared. */
export async function rendered(template: string, shared: Record<string, unknown> = {}) {
  const { view } = new HttpContextFactory().create()
  const { flashed = {}, ...rest } = shared as { flashed?: Record<string, unknown> }
  const flashMessages = {
    get: (key: string, otherwise?: unknown) => flashed[key] ?? otherwise,
    has: (key: string) => key in flashed,
  }
  view.share({
    flashMessages,
    old: (key: string) => flashed[key],
    csrfField: () => '',
    ...rest,
  })
  return view.renderRaw(template)
}
