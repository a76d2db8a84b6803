import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: the project's own, or that of a production build. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A production build holds JavaScript only. */
export const isBuild = !existsSync(join(root, 'ace.ts'))

const isInProject = isBuild && existsSync(join(root, '..', 'ace.ts'))

/** Where the settings lie: a build that still lies in its project has the project's (start/place.ts says the same). */
export const home = resolve(root, process.env.ENV_PATH ?? (isInProject ? '..' : '.'))

export const inRoot = (...names) => join(root, ...names)

class GivenUp extends Error {}

/** Stops with a sentence that says how to mend it. */
export function giveUp(sentence) {
  throw new GivenUp(sentence)
}

/** Shows what was given up as that sentence, and only a mistake of ours with its stack. */
export function complain(error) {
  console.error(error instanceof GivenUp ? `\n${error.message}\n` : error)
  process.exitCode = 1
}
