import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.operations

router.where('holiday_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.Holidays, 'index']).as('index')
    router.post('/', [door.Holidays, 'store']).as('store')
    router.post('/federal', [door.FederalHolidays, 'store']).as('federal.store')
    router.delete('/:holiday_id', [door.Holidays, 'destroy']).as('destroy')
  })
  .prefix('/operations/holidays')
  .as('operations.holidays')
  .use([access.admitted(), console.operations()])
