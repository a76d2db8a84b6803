import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.absences

router.where('absence_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.Absences, 'index']).as('index')
    router.get('/create', [door.Absences, 'create']).as('create')
    router.post('/', [door.Absences, 'store']).as('store')
    router
      .post('/:absence_id/cancellations', [door.AbsenceCancellations, 'store'])
      .as('cancellations.store')
  })
  .prefix('/liaison/absences')
  .as('liaison.absences')
  .use([access.admitted(), console.workspace()])
