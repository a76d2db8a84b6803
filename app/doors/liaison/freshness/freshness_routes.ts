import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.freshness

router.where('program_id', router.matchers.uuid())
router.where('report_id', router.matchers.uuid())

/** What is wrong with a quick reference, who says so, and who says that it is right. */
router
  .group(() => {
    router.get('freshness', [door.Freshnesses, 'show']).as('freshness.show')
    router.post('reviews', [door.RecordReviews, 'store']).as('record_reviews.store')
    router
      .post('confirmation-requests', [door.ConfirmationRequests, 'store'])
      .as('confirmation_requests.store')
    router.get('reports', [door.EntryReports, 'index']).as('entry_reports.index')
    router.get('reports/:report_id', [door.EntryReports, 'show']).as('entry_reports.show')
    router
      .post('reports/:report_id/settlements', [door.ReportSettlements, 'store'])
      .as('report_settlements.store')
  })
  .prefix('/liaison/programs/:program_id')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
