import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { start } from './children.mjs'
import { giveUp, inRoot, isBuild } from './place.mjs'

/** Installs what package-lock.json names, if something of it is missing. */
export async function installDependencies() {
  if (isBuild ? canResolveFramework() : isInstalled()) return

  console.log('Installing what Waybill is built from. The first time this takes some minutes.')
  const include = isBuild ? '--omit=dev' : '--include=dev'
  const [command, ...args] = npm('ci', include, '--include=optional', ...calm)
  const child = start(command, args, { shell: process.platform === 'win32' && command === 'npm' })
  if (await child.ended) giveUp('npm ci did not succeed; what it says above tells why.')
}

/** Packages for Node 24 are installed by an older npm, too: they run on the Node that comes along. */
const calm = ['--no-audit', '--no-fund', '--loglevel=error']

/** The npm that started us, or the one on the path. */
function npm(...args) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? [process.execPath, own, ...args] : ['npm', ...args]
}

/** A build runs with its own node_modules, or with those of the folder it lies in. */
function canResolveFramework() {
  try {
    createRequire(inRoot('package.json')).resolve('@adonisjs/core/package.json')
    return true
  } catch {
    return false
  }
}

/**
 * Compares what npm noted down when it installed with what the lockfile asks for. Contents, not dates:
 * a checkout makes files new that did not change.
 */
function isInstalled() {
  const noted = inRoot('node_modules/.package-lock.json')
  if (!existsSync(noted)) return false
  if (lstatSync(inRoot('node_modules')).isSymbolicLink()) return true

  const installed = packagesOf(noted)
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version
  )
}

const packagesOf = (lockfile) => JSON.parse(readFileSync(lockfile, 'utf8')).packages
