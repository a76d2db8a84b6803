import { defineConfig } from '@adonisjs/core/bodyparser'

/**
 * Ordinary forms only, at most 256 KB (security rule 32). Upload forms are read from the raw request by
 * the files room (rule 18), and nothing is trimmed here: a blank may belong to a password (rule 7).
 */
const limit = '256kb'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: false,
    limit,
    types: ['application/x-www-form-urlencoded'],
  },
  json: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: false,
    limit,
    types: ['application/json', 'application/csp-report'],
  },
  raw: { types: [] },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: true,
    trimWhitespaces: false,
    limit,
    types: [],
  },
})
