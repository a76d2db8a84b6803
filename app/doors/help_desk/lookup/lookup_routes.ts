import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.helpDesk.lookup

/** Whatever is typed here that can be no code leads nowhere, like a code that nobody has. */
router.where('code', /^[\w-]{1,40}$/)

router
  .group(() => {
    router.get('/', [door.Searches, 'index']).as('searches.index')
    router.get('/organizations/:id', [door.Organizations, 'show']).as('organizations.show')
    router.get('/folders/:id', [door.Folders, 'show']).as('folders.show')
    router.get('/receipts/:code', [door.Receipts, 'show']).as('receipts.show')
  })
  .prefix('/help-desk')
  .as('help_desk')
  .use([access.admitted(), console.helpDesk()])
