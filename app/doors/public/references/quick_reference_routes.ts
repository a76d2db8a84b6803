import { controllers } from '#generated/controllers'
import { access } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.public.references

/** Open to everybody, because whoever has trouble may be kept from signing in; each field goes by its audience. */
router
  .group(() => {
    router.get('', [door.QuickReferences, 'index']).as('index')
    router.get(':id', [door.QuickReferences, 'show']).as('show')
    router.get(':id/text', [door.QuickReferenceTexts, 'show']).as('text')
    router.get(':id/data', [door.QuickReferenceData, 'show']).as('data')
    router.get(':id/markdown', [door.QuickReferenceMarkdowns, 'show']).as('markdown')
  })
  .prefix('/quick-references')
  .as('quick_references')
  .use(access.anyone())
