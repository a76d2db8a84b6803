import { defineConfig } from '@adonisjs/shield'

/**
 * Only the token of forms is Shield's business. It comes to no answer that is given before it (a form that is too large,
 * an address that nobody knows), so what every answer says to the browser is said by SecurityHeadersMiddleware.
 */
export default defineConfig({
  csrf: {
    enabled: true,
    /** The folder form streams its files: it checks the same token itself, before the first file begins. */
    exceptRoutes: (ctx) => ctx.route?.name === 'folders.forms.store',
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },

  csp: { enabled: false },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
