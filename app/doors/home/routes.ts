import '#app/doors/home/help/help_request_routes'
import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const { home } = controllers

router
  .group(() => {
    router.get('/', ({ response }) => response.redirect('/home')).as('start')
  })
  .use(access.anyone())

router
  .group(() => {
    router.get('/home', [home.Homes, 'show']).as('home.show')
    router.get('/folders', [home.Folders, 'index']).as('folders.index')
    router.get('/folders/:id', [home.Folders, 'show']).as('folders.show')
    router.post('/folders/:folder_id/forms', [home.Forms, 'store']).as('folders.forms.store')
    router.get('/files/:id', [home.Files, 'show']).as('files.show')
    router
      .post('/files/:file_id/reversions', [home.Reversions, 'store'])
      .as('files.reversions.store')
    router.get('/waybills', [home.Waybills, 'index']).as('waybills.index')

    router.get('/deleted', [home.Deletions, 'index']).as('deleted.index')
    router.post('/undos', [home.Undos, 'store']).as('undos.store')
    router
      .get('/files/:file_id/restorations/new', [home.Restorations, 'create'])
      .as('files.restorations.create')
    router
      .post('/files/:file_id/restorations', [home.Restorations, 'store'])
      .as('files.restorations.store')
    router
      .get('/files/:file_id/destructions/new', [home.Destructions, 'create'])
      .as('files.destructions.create')
    router
      .post('/files/:file_id/destructions', [home.Destructions, 'store'])
      .as('files.destructions.store')

    router.put('/held-uploads/:id', [home.HeldUploads, 'update']).as('held_uploads.update')
    router.delete('/held-uploads/:id', [home.HeldUploads, 'destroy']).as('held_uploads.destroy')
  })
  .use(access.admitted())

/** What leaves: files and what they hold. */
router
  .group(() => {
    router.get('/files/:id/download', [home.Downloads, 'show']).as('files.download')
    router.get('/files/:id/html', [home.HtmlViews, 'show']).as('files.html')
    router.get('/files/:id/text', [home.TextViews, 'show']).as('files.text')
    router
      .get('/files/:id/contents/:manner', [home.Contents, 'show'])
      .where('manner', /^(html|text)$/)
      .as('files.contents')
    router.get('/folders/:id/archive', [home.Archives, 'show']).as('folders.archive')
  })
  .use(access.admitted())

router
  .group(() => {
    router.get('/presence', [home.Presences, 'show']).as('presence.show')
  })
  .use(access.signedIn())
