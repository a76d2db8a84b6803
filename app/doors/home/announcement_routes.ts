import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { home } = controllers

router.where('announcement_id', router.matchers.uuid())

router
  .post('/announcements/:announcement_id/understandings', [home.Understandings, 'store'])
  .as('announcements.understandings.store')
  .use(access.admitted())
