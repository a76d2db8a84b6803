import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.imports

router.where('import_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.Imports, 'index']).as('index')
    router.get('/create', [door.Imports, 'create']).as('create')
    router.get('/template', [door.ImportTemplates, 'show']).as('template')
    router.post('/', [door.Imports, 'store']).as('store')
    router.post('/uploads', [door.ImportUploads, 'store']).as('uploads.store')
    router.get('/:import_id', [door.Imports, 'show']).as('show')
    router.get('/:import_id/edit', [door.ImportDrafts, 'edit']).as('edit')
    router.put('/:import_id', [door.ImportDrafts, 'update']).as('update')
    router.delete('/:import_id', [door.ImportDrafts, 'destroy']).as('destroy')
    router
      .post('/:import_id/applications', [door.ImportApplications, 'store'])
      .as('applications.store')
    router
      .post('/:import_id/password-lists', [door.ImportPasswordLists, 'store'])
      .as('password_lists.store')
    router
      .post('/:import_id/activation-mails', [door.ImportActivationMails, 'store'])
      .as('activation_mails.store')
    router.get('/:import_id/undos/create', [door.ImportUndos, 'create']).as('undos.create')
    router.post('/:import_id/undos', [door.ImportUndos, 'store']).as('undos.store')
  })
  .prefix('/liaison/imports')
  .as('liaison.imports')
  .use([access.admitted(), console.workspace()])
