import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/doors/http/answers/exception_handler'))

/** On every request, pages or not. */
server.use([
  () => import('#app/doors/http/serving/request_log_middleware'),
  () => import('#app/doors/http/answers/security_headers_middleware'),
  () => import('#app/doors/http/serving/health_middleware'),
  () => import('#app/doors/http/serving/known_host_middleware'),
  () => import('#app/doors/http/serving/assets_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

/** On every request that found a route. */
router.use([
  () => import('#app/doors/http/serving/same_origin_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#app/doors/http/access/identify_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
])

/**
 * Who may come to a route: each declares exactly one (start/routes.ts checks it, security rule 1).
 * `anyone`: no sign-in needed. `signedIn`: also before the rule of getting in is met (password, terms,
 * sign-out, help). `admitted`: the rule of getting in is met. What a person may do is asked in the rooms.
 */
export const access = router.named({
  anyone: () => import('#app/doors/http/access/anyone_middleware'),
  signedIn: () => import('#app/doors/http/access/signed_in_middleware'),
  admitted: () => import('#app/doors/http/access/admitted_middleware'),
})

/** Whose console a route belongs to; declared after its access. */
const consoles = router.named({
  console: () => import('#app/doors/http/access/console_middleware'),
})
export const console = {
  workspace: () => consoles.console({ open: 'workspace.open' }),
  helpDesk: () => consoles.console({ open: 'help_desk.open' }),
  operations: () => consoles.console({ open: 'operations.open' }),
}
