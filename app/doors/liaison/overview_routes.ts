import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { liaison: door } = controllers

router
  .group(() => {
    router.get('/liaison', [door.Overviews, 'show']).as('liaison.overview.show')
  })
  .use([access.admitted(), console.workspace()])
