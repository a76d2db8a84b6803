import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { operations: door } = controllers

router
  .group(() => {
    router.get('/', [door.Policies, 'edit']).as('edit')
    router.put('/', [door.Policies, 'update']).as('update')
  })
  .prefix('/operations/policy')
  .as('operations.policy')
  .use([access.admitted(), console.operations()])
