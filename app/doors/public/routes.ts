import '#app/doors/public/activation_routes'
import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'
import '#app/doors/public/access_request_routes'
import '#app/doors/public/escalation_routes'
import '#app/doors/public/references/quick_reference_routes'
import '#app/doors/public/freshness/freshness_routes'

const { public: door } = controllers

router
  .group(() => {
    router.get('/sign-in', [door.SignIns, 'create']).as('sign_in.create')
    router.post('/sign-in', [door.SignIns, 'store']).as('sign_in.store')
    router.get('/sign-out', [door.SignOuts, 'create']).as('sign_out.create')
    router.post('/sign-out', [door.SignOuts, 'store']).as('sign_out.store')

    router.get('/logo', [door.Logos, 'show']).as('logo.show')
    router.get('/find-your-liaison', [door.Liaisons, 'index']).as('find_your_liaison.index')

    router.get('/password/forgot', [door.PasswordResets, 'create']).as('password_resets.create')
    router.post('/password/forgot', [door.PasswordResets, 'store']).as('password_resets.store')
    router.get('/password/reset/:token', [door.PasswordResets, 'edit']).as('password_resets.edit')
    router
      .put('/password/reset/:token', [door.PasswordResets, 'update'])
      .as('password_resets.update')
  })
  .use(access.anyone())

router
  .group(() => {
    router.get('/password', [door.Passwords, 'edit']).as('password.edit')
    router.put('/password', [door.Passwords, 'update']).as('password.update')
  })
  .use(access.signedIn())
