import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.folders

router.where('deletion_id', router.matchers.uuid())
router.where('template_id', router.matchers.uuid())

/** The agency's tree: one folder, a whole hierarchy, and what becomes of them. */
router
  .group(() => {
    router.get('', [door.Folders, 'index']).as('folders.index')
    router.get(':id', [door.Folders, 'show']).as('folders.show')
    router.get(':folder_id/folders/new', [door.Folders, 'create']).as('folders.create')
    router.post(':folder_id/folders', [door.Folders, 'store']).as('folders.store')

    router.get(':folder_id/hierarchies/new', [door.Hierarchies, 'create']).as('hierarchies.create')
    router
      .post(':folder_id/hierarchies/new', [door.HierarchyPreviews, 'store'])
      .as('hierarchy_previews.store')
    router.post(':folder_id/hierarchies', [door.Hierarchies, 'store']).as('hierarchies.store')

    router.get(':folder_id/name', [door.FolderNames, 'edit']).as('folder_names.edit')
    router.put(':folder_id/name', [door.FolderNames, 'update']).as('folder_names.update')
    router.get(':folder_id/settings', [door.FolderSettings, 'edit']).as('folder_settings.edit')
    router.put(':folder_id/settings', [door.FolderSettings, 'update']).as('folder_settings.update')
    router.get(':folder_id/moves/new', [door.FolderMoves, 'create']).as('folder_moves.create')
    router.post(':folder_id/moves', [door.FolderMoves, 'store']).as('folder_moves.store')

    router.get('deleted', [door.FolderDeletions, 'index']).as('folder_deletions.index')
    router
      .get(':folder_id/deletions/new', [door.FolderDeletions, 'create'])
      .as('folder_deletions.create')
    router
      .post(':folder_id/deletions', [door.FolderDeletions, 'store'])
      .as('folder_deletions.store')
    router
      .get('deleted/:deletion_id/recoveries/new', [door.FolderRecoveries, 'create'])
      .as('folder_recoveries.create')
    router
      .post('deleted/:deletion_id/recoveries', [door.FolderRecoveries, 'store'])
      .as('folder_recoveries.store')
  })
  .prefix('/liaison/folders')
  .as('liaison')
  .use([access.admitted(), console.workspace()])

router
  .group(() => {
    router.get('', [door.FolderTemplates, 'index']).as('folder_templates.index')
    router.get('new', [door.FolderTemplates, 'create']).as('folder_templates.create')
    router.post('', [door.FolderTemplates, 'store']).as('folder_templates.store')
    router
      .get(':template_id/edit', [door.FolderTemplateWords, 'edit'])
      .as('folder_template_words.edit')
    router
      .put(':template_id', [door.FolderTemplateWords, 'update'])
      .as('folder_template_words.update')
    router
      .get(':template_id/deletions/new', [door.FolderTemplateDeletions, 'create'])
      .as('folder_template_deletions.create')
    router
      .post(':template_id/deletions', [door.FolderTemplateDeletions, 'store'])
      .as('folder_template_deletions.store')
  })
  .prefix('/liaison/folders/templates')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
