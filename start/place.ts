import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * A build that still lies in its project has the project's settings, and what is kept beside them: the next build
 * replaces its folder.
 */
if (existsSync(here('../ace.js')) && existsSync(here('../../ace.ts'))) {
  process.env.ENV_PATH ??= here('../../')
}

/** The folder that holds the settings file: relative places are meant from here. */
export const settingsFolder = resolve(here('../'), process.env.ENV_PATH ?? '')
