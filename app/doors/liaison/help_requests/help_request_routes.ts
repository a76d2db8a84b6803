import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { helpRequests: door } = controllers.liaison

router.where('help_request_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.HelpRequests, 'index']).as('index')
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
  .prefix('/liaison/help-requests')
  .as('liaison.help_requests')
  .use([access.admitted(), console.workspace()])
