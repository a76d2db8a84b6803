import app from '@adonisjs/core/services/app'

/** While developing, Vite puts styles into the page and reloads it over a socket; no build allows either. */
const vite = (allowed: string) => (app.inDev ? ` ${allowed}` : '')

/** What a browser lets a page of ours do: our own scripts and styles from their own addresses, and nothing inline (CSP level 3). */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self'${vite("'unsafe-inline'")}`,
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${vite('ws:')}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "frame-src 'self'",
].join('; ')
