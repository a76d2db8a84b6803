import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.activity

router
  .group(() => {
    router.get('/liaison/activity', [door.Activities, 'index']).as('liaison.activities.index')
    router
      .get('/liaison/activity/export', [door.ActivityExports, 'show'])
      .as('liaison.activity_exports.show')
    router.get('/liaison/transfers', [door.Transfers, 'index']).as('liaison.transfers.index')
    router
      .get('/liaison/transfers/export', [door.TransferExports, 'show'])
      .as('liaison.transfer_exports.show')
  })
  .use([access.admitted(), console.workspace()])
