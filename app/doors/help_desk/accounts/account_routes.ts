import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.helpDesk.accounts

router.where('account_id', router.matchers.uuid())

/** The person on the phone, and what may be done for them. */
router
  .group(() => {
    router.get('/:id', [door.Accounts, 'show']).as('accounts.show')
    router
      .group(() => {
        router.get('/explanation', [door.Explanations, 'show']).as('explanation.show')
        router.get('/unlockings/create', [door.Unlockings, 'create']).as('unlockings.create')
        router.post('/unlockings', [door.Unlockings, 'store']).as('unlockings.store')
        router.get('/password-resets/create', [door.PasswordResets, 'create']).as('resets.create')
        router.post('/password-resets', [door.PasswordResets, 'store']).as('resets.store')
        router.get('/session-ends/create', [door.SessionEnds, 'create']).as('session_ends.create')
        router.post('/session-ends', [door.SessionEnds, 'store']).as('session_ends.store')
        router.get('/activation-mails/create', [door.ActivationMails, 'create']).as('mails.create')
        router.post('/activation-mails', [door.ActivationMails, 'store']).as('mails.store')
      })
      .prefix('/:account_id')
  })
  .prefix('/help-desk/accounts')
  .as('help_desk')
  .use([access.admitted(), console.helpDesk()])
