import { controllers } from '#generated/controllers'
import { access, console } from '#start/kernel'
import router from '@adonisjs/core/services/router'

const door = controllers.liaison.programs

for (const name of ['program_id', 'entry_id', 'edition_id']) {
  router.where(name, router.matchers.uuid())
}

/** The agency's programs, and the quick reference of each: written in a draft, then published. */
router
  .group(() => {
    router.get('', [door.Programs, 'index']).as('programs.index')
    router.get('new', [door.Programs, 'create']).as('programs.create')
    router.post('', [door.Programs, 'store']).as('programs.store')
    router.get(':id', [door.Programs, 'show']).as('programs.show')
    router.get(':program_id/name', [door.ProgramNames, 'edit']).as('program_names.edit')
    router.put(':program_id/name', [door.ProgramNames, 'update']).as('program_names.update')
    router.get(':program_id/retirements/new', [door.Retirements, 'create']).as('retirements.create')
    router.post(':program_id/retirements', [door.Retirements, 'store']).as('retirements.store')
    router.post(':program_id/resumptions', [door.Resumptions, 'store']).as('resumptions.store')

    router.get(':program_id/preview', [door.DraftPreviews, 'show']).as('draft_previews.show')
    router.post(':program_id/publications', [door.Publications, 'store']).as('publications.store')
    router
      .get(':program_id/draft-discards/new', [door.DraftDiscards, 'create'])
      .as('draft_discards.create')
    router
      .post(':program_id/draft-discards', [door.DraftDiscards, 'store'])
      .as('draft_discards.store')

    router.get(':program_id/editions', [door.Editions, 'index']).as('editions.index')
    router.get(':program_id/editions/:edition_id', [door.Editions, 'show']).as('editions.show')
  })
  .prefix('/liaison/programs')
  .as('liaison')
  .use([access.admitted(), console.workspace()])

router
  .group(() => {
    router.get('entries/new', [door.Entries, 'create']).as('entries.create')
    router.post('entries', [door.Entries, 'store']).as('entries.store')
    router.get('entries/:entry_id/edit', [door.Entries, 'edit']).as('entries.edit')
    router.put('entries/:entry_id', [door.Entries, 'update']).as('entries.update')
    router
      .post('entries/:entry_id/removals', [door.EntryRemovals, 'store'])
      .as('entry_removals.store')
    router
      .post('entries/:entry_id/restorations', [door.EntryRestorations, 'store'])
      .as('entry_restorations.store')
    router.post('entries/:entry_id/moves', [door.EntryMoves, 'store']).as('entry_moves.store')

    router.get('imports/new', [door.ProgramImports, 'create']).as('program_imports.create')
    router.post('imports', [door.ProgramImports, 'store']).as('program_imports.store')
    router
      .post('imports/previews', [door.ProgramImportPreviews, 'store'])
      .as('program_import_previews.store')
    router
      .post('imports/uploads', [door.ProgramImportUploads, 'store'])
      .as('program_import_uploads.store')
  })
  .prefix('/liaison/programs/:program_id')
  .as('liaison')
  .use([access.admitted(), console.workspace()])
