import service from '#config/service'
import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/session'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

/** The tests' API client reads and fills the bags of its own requests, in memory; everybody else has the real ones. */
const bags = new Map<string, SessionData>()
const testBags: SessionStoreContract = {
  read: async (id) => structuredClone(bags.get(id)) ?? null,
  write: async (id, data) => void bags.set(id, structuredClone(data)),
  destroy: async (id) => void bags.delete(id),
  touch: async () => {},
}

export default defineConfig({
  enabled: true,
  cookieName: `${service.cookiePrefix}waybill`,
  clearWithBrowser: true,
  age: '12h',
  cookie: { path: '/', httpOnly: true, secure: service.isHttps, sameSite: 'lax' },
  store: 'bag',
  stores: {
    bag: configProvider.create(async () => {
      const { SessionBagStore } = await import('#app/doors/http/forms/session_bag_store')
      return (ctx) =>
        app.inTest && ctx.request.header('x-test-client') ? testBags : new SessionBagStore(ctx)
    }),
    memory: () => testBags,
  },
})
