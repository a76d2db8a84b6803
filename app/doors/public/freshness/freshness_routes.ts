import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.public.freshness

router.where('program_id', router.matchers.uuid())

/** A contact confirms without signing in: the mailed link is the proof. Whoever reads a record may say that it is wrong. */
router
  .group(() => {
    router.get('/confirmations/:token', [door.Confirmations, 'show']).as('confirmations.show')
    router.post('/confirmations/:token', [door.Confirmations, 'store']).as('confirmations.store')
    router
      .post('/confirmations/:token/reports', [door.ConfirmationReports, 'store'])
      .as('confirmations.reports.store')
    router
      .get('/quick-references/:program_id/reports/create', [door.EntryReports, 'create'])
      .as('quick_references.reports.create')
    router
      .post('/quick-references/:program_id/reports', [door.EntryReports, 'store'])
      .as('quick_references.reports.store')
  })
  .use(access.anyone())
