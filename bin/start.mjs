/**
 * npm start: from a fresh clone to a running service, with any Node from 20 on. Each step does nothing if there
 * is nothing to do. `--dev` serves from the sources and watches them.
 */
import { keep, run } from './steps/children.mjs'
import { installDependencies } from './steps/dependencies.mjs'
import { makeEnvFile } from './steps/env_file.mjs'
import { makeBuild } from './steps/making.mjs'
import { complain, home, inRoot, isBuild } from './steps/place.mjs'
import { serverFlags } from './steps/server_flags.mjs'
import { welcome } from './steps/welcome.mjs'

const isDev = process.argv.includes('--dev')

try {
  await installDependencies()
  makeEnvFile()
  await (isDev ? develop() : serve())
} catch (error) {
  complain(error)
}

async function serve() {
  if (!isBuild) await makeBuild()
  const server = isBuild ? inRoot('bin/server.js') : inRoot('build/bin/server.js')
  await keep([...serverFlags, server, '--prepare'], {
    /** The build finds the settings, and what is kept beside them, where we found them. */
    ENV_PATH: home,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '16',
    told: welcome,
  })
}

async function develop() {
  const NODE_ENV = 'development'
  const { code } = await run('ace.ts', ['prepare'], { NODE_ENV })
  if (code) return (process.exitCode = code)
  /** Asked to end by SIGTERM, Ace only puts its own things away, and what it started serves on. */
  await keep([inRoot('ace.ts'), 'serve', '--hmr'], { NODE_ENV, endedBy: 'SIGINT' })
}
