import { defineConfig } from '@adonisjs/shield'

const streaming = new Set([
  'folders.forms.store',
  'liaison.imports.uploads.store',
  'liaison.program_import_uploads.store',
])

/**
 * Only the token of forms is Shield's business. It comes to no answer that is given before it (a form that is too large,
 * an address that nobody knows), so what every answer says to the browser is said by SecurityHeadersMiddleware.
 */
export default defineConfig({
  csrf: {
    enabled: true,
    /** Forms that stream their files check the same token themselves, before the first file begins. */
    exceptRoutes: (ctx) => streaming.has(ctx.route?.name ?? ''),
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },

  csp: { enabled: false },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
