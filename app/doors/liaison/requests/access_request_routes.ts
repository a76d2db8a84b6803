import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { liaison } = controllers
const door = liaison.requests

router.where('access_request_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/contact', [liaison.contact.Contacts, 'edit']).as('contact.edit')
    router.put('/contact', [liaison.contact.Contacts, 'update']).as('contact.update')

    router.get('/access-requests/:id', [door.AccessRequests, 'show']).as('access_requests.show')
    router
      .group(() => {
        router.post('/approvals', [door.AccessApprovals, 'store']).as('approvals.store')
        router.post('/matches', [door.AccessMatches, 'store']).as('matches.store')
        router.get('/declines/create', [door.AccessDeclines, 'create']).as('declines.create')
        router.post('/declines', [door.AccessDeclines, 'store']).as('declines.store')
      })
      .prefix('/access-requests/:access_request_id')
      .as('access_requests')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
