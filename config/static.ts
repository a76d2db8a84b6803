import { defineConfig } from '@adonisjs/static'

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  /** Built assets carry a hash in their names. */
  maxAge: '365 days',
  immutable: true,
})
