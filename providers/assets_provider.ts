import ViteProvider from '@adonisjs/vite/vite_provider'

/** Tests read the built assets, like production: no development server starts with them. */
export default class AssetsProvider extends ViteProvider {
  async start() {
    if (this.app.inTest) return
    await super.start()
  }
}
