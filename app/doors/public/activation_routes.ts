import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { public: door } = controllers

/** For people who have no password yet: they cannot sign in before. */
router
  .group(() => {
    router.get('/activate', [door.Activations, 'create']).as('activations.create')
    router.post('/activate', [door.Activations, 'store']).as('activations.store')
    router.get('/activate/:token', [door.Activations, 'edit']).as('activations.edit')
    router.put('/activate/:token', [door.Activations, 'update']).as('activations.update')
  })
  .use(access.anyone())
