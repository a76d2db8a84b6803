import type Account from '#app/accounts/account'
import service from '#config/service'
import type { ApplicationService } from '@adonisjs/core/types'
import edge from 'edge.js'

/** Gives every page its words and components: see resources/views/components. */
export default class ViewsProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { folderMarks } = await import('#app/doors/http/views/folder_marks')
    const markup = await import('#app/doors/http/views/markup')
    const { counted, lineEndingsInWords, numberInWords } =
      await import('#app/doors/http/views/wording')
    for (const [name, value] of Object.entries({ ...markup, service })) {
      edge.global(name, value)
    }
    edge.global('number', numberInWords)
    edge.global('counted', counted)
    edge.global('folderMarks', folderMarks)
    edge.global('lineEndings', lineEndingsInWords)
    edge.global('assets', await this.#assets())
    edge.global('can', can)

    if (this.app.inProduction) {
      const { quickTemplates } = await import('#app/doors/http/views/quick_templates')
      quickTemplates(edge)
    }
  }

  async start() {
    if (!this.app.usingEdgeJS) return
    const { hasPage, navigation, rolesInWords } = await import('#app/doors/http/views/navigation')
    const { liaisonOf } = await import('#app/doors/http/views/contacts')
    const { consolePlaces } = await import('#app/doors/http/views/console_places')
    const announcements = await import('#app/doors/http/views/announcements')
    const { paragraphsOf } = await import('#app/doors/http/views/linked_words')
    const { callsNow } = await import('#app/doors/http/views/calls_now')
    const { asLink } = await import('#app/doors/http/views/record_links')
    const own = { ...announcements.inViews, asLink, callsNow, paragraphsOf }
    const globals = { ...own, consolePlaces, hasPage, liaisonOf, navigation, rolesInWords }
    for (const [name, value] of Object.entries(globals)) edge.global(name, value)
  }

  /** The links to stylesheet and script; a test run whose assets nobody built yet does without. */
  async #assets() {
    const vite = await this.app.container.make('vite')
    const isBare = this.app.inTest && !vite.hasManifestFile
    return async () => {
      if (isBare) return ''
      const tags = await vite.generateEntryPointsTags([
        'resources/css/app.scss',
        'resources/js/app.js',
      ])
      return edge.globals.html.safe(tags.join(''))
    }
  }
}

/** `await can('file.delete', file)` in a page asks the one decision for the person who looks at it. */
async function can(this: { person?: Account }, action: any, object: any) {
  const { decide } = await import('#app/audit/decide')
  if (!this.person) return false
  const decision = await decide(this.person, action, object)
  return decision.allowed
}
