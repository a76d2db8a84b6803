import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.reviews

router.where('review_id', router.matchers.uuid())
router.where('item_id', router.matchers.uuid())

router
  .group(() => {
    router.get('/liaison/reviews', [door.Reviews, 'index']).as('liaison.reviews.index')
    router.post('/liaison/reviews', [door.Reviews, 'store']).as('liaison.reviews.store')
    router.get('/liaison/reviews/:id', [door.Reviews, 'show']).as('liaison.reviews.show')
    router
      .post('/liaison/reviews/:review_id/decisions', [door.ReviewDecisions, 'store'])
      .as('liaison.reviews.decisions.store')
    router
      .get('/liaison/reviews/:review_id/changes/create', [door.ReviewChanges, 'create'])
      .as('liaison.reviews.changes.create')
    router
      .post('/liaison/reviews/:review_id/changes', [door.ReviewChanges, 'store'])
      .as('liaison.reviews.changes.store')
    router
      .get('/liaison/reviews/:review_id/export', [door.ReviewExports, 'show'])
      .as('liaison.reviews.exports.show')
    router
      .post('/liaison/review-items/:item_id/restorations', [door.ReviewRestorations, 'store'])
      .as('liaison.review_items.restorations.store')
  })
  .use([access.admitted(), console.workspace()])
