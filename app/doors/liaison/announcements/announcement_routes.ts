import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.announcements

router.where('announcement_id', router.matchers.uuid())

router
  .group(() => {
    router.resource('announcements', door.Announcements).except(['destroy'])
    router
      .get('/announcements/:announcement_id/withdrawals/create', [
        door.AnnouncementWithdrawals,
        'create',
      ])
      .as('announcements.withdrawals.create')
    router
      .post('/announcements/:announcement_id/withdrawals', [door.AnnouncementWithdrawals, 'store'])
      .as('announcements.withdrawals.store')
  })
  .prefix('/liaison')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
