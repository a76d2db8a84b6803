import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { operations: door } = controllers

router
  .group(() => {
    router.get('/quick-references', [door.QuickReferences, 'index']).as('quick_references.index')
  })
  .prefix('/operations')
  .as('operations')
  .use([access.admitted(), console.operations()])
