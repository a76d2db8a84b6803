import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { liaison } = controllers
const door = liaison.accounts

router.where('account_id', router.matchers.uuid())

/** The people of one's own organization. */
router
  .group(() => {
    router.get('/', [door.Accounts, 'index']).as('index')
    router.get('/create', [door.Accounts, 'create']).as('create')
    router.post('/', [door.Accounts, 'store']).as('store')
    router.get('/:id', [door.Accounts, 'show']).as('show')
    router.get('/:id/edit', [door.AccountDetails, 'edit']).as('edit')
    router.put('/:id', [door.AccountDetails, 'update']).as('update')
  })
  .prefix('/liaison/accounts')
  .as('liaison.accounts')
  .use([access.admitted(), console.workspace()])

/** What is done with one of them. */
router
  .group(() => {
    router.get('/welcome', [door.WelcomeSheets, 'show']).as('welcome_sheets.show')
    router.post('/welcome-mails', [door.WelcomeMails, 'store']).as('welcome_mails.store')
    router.post('/activation-mails', [door.ActivationMails, 'store']).as('activation_mails.store')
    router.get('/password-resets/create', [door.PasswordResets, 'create']).as('resets.create')
    router.post('/password-resets', [door.PasswordResets, 'store']).as('resets.store')
    router.post('/unlockings', [door.Unlockings, 'store']).as('unlockings.store')
    router.get('/session-ends/create', [door.SessionEnds, 'create']).as('session_ends.create')
    router.post('/session-ends', [door.SessionEnds, 'store']).as('session_ends.store')
    router.get('/deactivations/create', [door.Deactivations, 'create']).as('deactivations.create')
    router.post('/deactivations', [door.Deactivations, 'store']).as('deactivations.store')
    router.get('/reactivations/create', [door.Reactivations, 'create']).as('reactivations.create')
    router.post('/reactivations', [door.Reactivations, 'store']).as('reactivations.store')
  })
  .prefix('/liaison/accounts/:account_id')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
