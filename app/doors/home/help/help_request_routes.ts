import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.home.help

router.where('help_request_id', router.matchers.uuid())

/** Open before the rule of getting in is met: who cannot get past it needs help. */
router
  .group(() => {
    router.post('/help', [door.HelpRequests, 'store']).as('store')
    router.get('/help/requests', [door.HelpRequests, 'index']).as('index')
    router.get('/help/requests/:id', [door.HelpRequests, 'show']).as('show')
    router
      .group(() => {
        router.post('/notes', [door.HelpNotes, 'store']).as('notes.store')
        router.post('/closings', [door.HelpClosings, 'store']).as('closings.store')
        router.post('/reopenings', [door.HelpReopenings, 'store']).as('reopenings.store')
      })
      .prefix('/help/requests/:help_request_id')
  })
  .as('help_requests')
  .use(access.signedIn())
