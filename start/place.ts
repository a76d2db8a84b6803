import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * A build that still lies in its project has the project's settings, and what is kept beside them: the next build
 * replaces its folder.
 */
if (existsSync(here('../ace.js')) && existsSync(here('../../ace.ts'))) {
  process.env.ENV_PATH ??= here('../../')
}
