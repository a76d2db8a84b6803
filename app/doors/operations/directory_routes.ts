import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { operations: door } = controllers

router.where('organization_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.Directories, 'show']).as('show')
    router.get('/edit', [door.Directories, 'edit']).as('edit')
    router.put('/', [door.Directories, 'update']).as('update')
    router.delete('/links', [door.DirectoryLinks, 'destroy']).as('links.destroy')
    router.get('/removals/new', [door.DirectoryRemovals, 'create']).as('removals.create')
    router.post('/removals', [door.DirectoryRemovals, 'store']).as('removals.store')
  })
  .prefix('/operations/organizations/:organization_id/directory')
  .as('operations.organizations.directory')
  .use([access.admitted(), console.operations()])
