import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.offers

router.where('offer_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/offers/:id', [door.Offers, 'show']).as('offers.show')
    router
      .post('/offers/:offer_id/acceptances', [door.OfferAcceptances, 'store'])
      .as('offers.acceptances.store')
    router
      .post('/offers/:offer_id/accounts', [door.OfferAccounts, 'store'])
      .as('offers.accounts.store')
    router
      .get('/offers/:offer_id/refusals/create', [door.OfferRefusals, 'create'])
      .as('offers.refusals.create')
    router
      .post('/offers/:offer_id/refusals', [door.OfferRefusals, 'store'])
      .as('offers.refusals.store')
    router
      .get('/offers/:offer_id/withdrawals/create', [door.OfferWithdrawals, 'create'])
      .as('offers.withdrawals.create')
    router
      .post('/offers/:offer_id/withdrawals', [door.OfferWithdrawals, 'store'])
      .as('offers.withdrawals.store')
    router
      .post('/offers/:offer_id/reminders', [door.OfferReminders, 'store'])
      .as('offers.reminders.store')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
