import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.requests

router
  .group(() => {
    router.get('/requests', [door.Requests, 'index']).as('requests.index')
    router.put('/requests/notices', [door.RequestNotices, 'update']).as('requests.notices.update')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
