import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.access

router
  .group(() => {
    router.get('/liaison/access', [door.Accesses, 'index']).as('liaison.accesses.index')
    router
      .get('/liaison/access/export', [door.AccessExports, 'show'])
      .as('liaison.access_exports.show')
    router
      .get('/liaison/access/matrix', [door.AccessMatrices, 'show'])
      .as('liaison.access_matrices.show')
    router
      .get('/liaison/access/matrix/export', [door.AccessMatrixExports, 'show'])
      .as('liaison.access_matrix_exports.show')
  })
  .use([access.admitted(), console.workspace()])
