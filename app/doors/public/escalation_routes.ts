import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { public: door } = controllers

router
  .group(() => {
    router.get('/', [door.Escalations, 'show']).as('show')
    router.get('/text', [door.EscalationTexts, 'show']).as('text')
  })
  .prefix('/who-to-call')
  .as('who_to_call')
  .use(access.anyone())
