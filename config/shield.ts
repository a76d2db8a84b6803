import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/shield'

/** While developing, Vite puts styles into the page and reloads it over a socket; no build allows either. */
const vite = (...allowed: string[]) => (app.inDev ? allowed : [])

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...vite("'unsafe-inline'")],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...vite('ws:')],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      frameSrc: ["'self'"],
    },
    reportOnly: false,
  },

  csrf: {
    enabled: true,
    /** The folder form streams its files: it checks the same token itself, before the first file begins. */
    exceptRoutes: (ctx) => ctx.route?.name === 'folders.forms.store',
    enableXsrfCookie: false,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },

  xFrame: { enabled: true, action: 'DENY' },
  /** Files that no route serves need these as well: the headers of every answer are in one place. */
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
