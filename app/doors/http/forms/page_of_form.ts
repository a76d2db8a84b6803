import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'

/** A path of ours, never another host's (security rule 30). */
export const ownPath = (path: unknown) =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined

/** The page on which a form stands, as the browser names it; else the page of the form's own address, if there is one. */
export const pageOfForm = (request: HttpContext['request']) =>
  ownPath(pageNamed(request)) ?? ownPath(pageAt(request.url())) ?? '/home'

/** The page of ours that a request came from, as the browser names it. */
export function pageNamed(request: HttpContext['request']) {
  const from = URL.parse(request.header('referer') ?? '')
  return from?.host === request.host() ? from.pathname + from.search : undefined
}

function pageAt(path: string) {
  const page = router.match(path, 'GET', true)?.route.name
  return page && page !== 'unknown' ? path : undefined
}
