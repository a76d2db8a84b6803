import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { liaison } = controllers
const door = liaison.subscriptions

router.where('account_id', router.matchers.uuid())
router.where('subscription_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/subscriptions', [door.Subscriptions, 'index']).as('subscriptions.index')
    router.get('/subscriptions/create', [door.Subscriptions, 'create']).as('subscriptions.create')
    router.post('/subscriptions', [door.Subscriptions, 'store']).as('subscriptions.store')
    router.get('/subscriptions/:id', [door.Subscriptions, 'show']).as('subscriptions.show')
    router
      .get('/subscriptions/:subscription_id/changes/create', [door.SubscriptionChanges, 'create'])
      .as('subscriptions.changes.create')
    router
      .post('/subscriptions/:subscription_id/changes', [door.SubscriptionChanges, 'store'])
      .as('subscriptions.changes.store')
    router
      .get('/subscriptions/:subscription_id/endings/create', [door.SubscriptionEndings, 'create'])
      .as('subscriptions.endings.create')
    router
      .post('/subscriptions/:subscription_id/endings', [door.SubscriptionEndings, 'store'])
      .as('subscriptions.endings.store')
    router
      .post('/subscriptions/:subscription_id/restarts', [door.SubscriptionRestarts, 'store'])
      .as('subscriptions.restarts.store')
    router
      .get('/folders/:folder_id/subscriptions', [door.FolderSubscriptions, 'index'])
      .as('folders.subscriptions.index')
    router
      .get('/accounts/:account_id/reach', [liaison.accounts.AccountReaches, 'show'])
      .as('accounts.reach.show')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
