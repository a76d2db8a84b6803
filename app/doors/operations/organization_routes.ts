import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { operations: door } = controllers

router.where('organization_id', router.matchers.uuid())
router.where('liaison_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/', [door.Overviews, 'show']).as('overview.show')
    router.resource('organizations', door.Organizations).except(['destroy'])
    router
      .group(() => {
        router.get('/suspensions/create', [door.Suspensions, 'create']).as('suspensions.create')
        router.post('/suspensions', [door.Suspensions, 'store']).as('suspensions.store')
        router
          .get('/reinstatements/create', [door.Reinstatements, 'create'])
          .as('reinstatements.create')
        router.post('/reinstatements', [door.Reinstatements, 'store']).as('reinstatements.store')
        router.get('/contact', [door.Contacts, 'edit']).as('contact.edit')
        router.put('/contact', [door.Contacts, 'update']).as('contact.update')

        router
          .get('/administrators/create', [door.Administrators, 'create'])
          .as('administrators.create')
        router.post('/administrators', [door.Administrators, 'store']).as('administrators.store')
        router.get('/liaisons/create', [door.Liaisons, 'create']).as('liaisons.create')
        router.post('/liaisons', [door.Liaisons, 'store']).as('liaisons.store')
        router.post('/new-liaisons', [door.NewLiaisons, 'store']).as('new_liaisons.store')
        router
          .group(() => {
            router.post('/promotions', [door.Promotions, 'store']).as('promotions.store')
            router.get('/dismissals/create', [door.Dismissals, 'create']).as('dismissals.create')
            router.post('/dismissals', [door.Dismissals, 'store']).as('dismissals.store')
          })
          .prefix('/liaisons/:liaison_id')
      })
      .prefix('/organizations/:organization_id')
  })
  .prefix('/operations')
  .as('operations')
  .use([access.admitted(), console.operations()])
