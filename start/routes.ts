import { access } from '#start/kernel'
import { errors } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { assertAccessIsDeclared } from '#app/doors/http/access/declared_access'

router.where('id', router.matchers.uuid())
router.where('folder_id', router.matchers.uuid())
router.where('file_id', router.matchers.uuid())

await import('#app/doors/public/routes')
await import('#app/doors/home/routes')
await import('#app/doors/home/account_routes')
await import('#app/doors/home/announcement_routes')
await import('#app/doors/liaison/routes')
await import('#app/doors/help_desk/routes')
await import('#app/doors/operations/routes')

/** What no door knows still gets a page with the person's own ways on. */
router
  .get('*', ({ request }) => {
    throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
  })
  .as('unknown')
  .use(access.anyone())

assertAccessIsDeclared(router)
