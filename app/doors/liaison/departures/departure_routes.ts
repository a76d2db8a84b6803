import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.departures

router.where('account_id', router.matchers.uuid())
router.where('departure_id', router.matchers.uuid())

router
  .group(() => {
    router
      .get('/accounts/:account_id/departure/create', [door.Departures, 'create'])
      .as('departures.create')
    router
      .post('/accounts/:account_id/departure', [door.Departures, 'store'])
      .as('departures.store')
    router.get('/departures', [door.Departures, 'index']).as('departures.index')
    router.get('/departures/:departure_id', [door.Departures, 'show']).as('departures.show')
    router
      .post('/departures/:departure_id/cancellations', [door.DepartureCancellations, 'store'])
      .as('departures.cancellations.store')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
