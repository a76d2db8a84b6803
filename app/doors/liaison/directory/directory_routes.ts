import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.directory

router
  .group(() => {
    router.get('/liaison/directory', [door.Directories, 'show']).as('show')
    router.get('/liaison/directory/edit', [door.Directories, 'edit']).as('edit')
    router.put('/liaison/directory', [door.Directories, 'update']).as('update')
    router.delete('/liaison/directory/links', [door.DirectoryLinks, 'destroy']).as('links.destroy')
    router
      .get('/liaison/directory/removals/new', [door.DirectoryRemovals, 'create'])
      .as('removals.create')
    router
      .post('/liaison/directory/removals', [door.DirectoryRemovals, 'store'])
      .as('removals.store')
  })
  .as('liaison.directory')
  .use([access.admitted(), console.workspace()])
