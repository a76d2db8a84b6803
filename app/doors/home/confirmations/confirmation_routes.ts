import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.home.confirmations

/** What quick references say of the person who is signed in. */
router
  .group(() => {
    router.get('/confirmations', [door.OwnConfirmations, 'index']).as('own_confirmations.index')
    router.post('/confirmations', [door.OwnConfirmations, 'store']).as('own_confirmations.store')
  })
  .use(access.admitted())
