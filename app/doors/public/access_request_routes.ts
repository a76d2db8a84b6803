import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { public: door } = controllers

router
  .group(() => {
    router.get('/', [door.AccessRequests, 'create']).as('create')
    router.post('/', [door.AccessRequests, 'store']).as('store')
    router.get('/:token', [door.AccessRequests, 'show']).as('show')
    router.get('/:token/withdrawals/create', [door.Withdrawals, 'create']).as('withdrawals.create')
    router.post('/:token/withdrawals', [door.Withdrawals, 'store']).as('withdrawals.store')
  })
  .prefix('/request-access')
  .as('request_access')
  .use(access.anyone())
