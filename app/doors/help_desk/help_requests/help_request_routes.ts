import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { helpRequests: door } = controllers.helpDesk

router.where('help_request_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.HelpRequests, 'index']).as('index')
    router.get('/create', [door.HelpRequests, 'create']).as('create')
    router.post('/', [door.HelpRequests, 'store']).as('store')
    router.get('/:id', [door.HelpRequests, 'show']).as('show')
    router
      .group(() => {
        router.post('/notes', [door.HelpNotes, 'store']).as('notes.store')
        router.post('/internal-notes', [door.HelpInternalNotes, 'store']).as('internal_notes.store')
        router.post('/passings', [door.HelpPassings, 'store']).as('passings.store')
        router.post('/solutions', [door.HelpSolutions, 'store']).as('solutions.store')
      })
      .prefix('/:help_request_id')
  })
  .prefix('/help-desk/help-requests')
  .as('help_desk.help_requests')
  .use([access.admitted(), console.helpDesk()])
