import '#app/doors/home/confirmations/confirmation_routes'
import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { home } = controllers

/** What belongs to the person rather than to the files: profile and sessions, terms, help. */
router
  .group(() => {
    router.get('/profile', [home.Profiles, 'show']).as('profile.show')
    router.delete('/profile/sessions', [home.OtherSessions, 'destroy']).as('other_sessions.destroy')
    router.delete('/profile/sessions/:id', [home.Sessions, 'destroy']).as('sessions.destroy')
  })
  .use(access.admitted())

router
  .group(() => {
    router.get('/terms', [home.Terms, 'show']).as('terms.show')
    router.post('/terms', [home.Terms, 'store']).as('terms.store')
  })
  .use(access.signedIn({ until: 'application_subscription' }))

router.get('/help', [home.Helps, 'show']).as('help.show').use(access.signedIn())
