import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { start } from './children.mjs'
import { nodePackage } from './own_node.mjs'
import { giveUp, inRoot, isBuild } from './place.mjs'

/** Installs what package-lock.json names, if something of it is missing. */
export async function installDependencies() {
  if (isBuild ? canResolveFramework() : isInstalled()) return

  console.log('Installing what Waybill is built from. The first time this takes some minutes.')
  const include = isBuild ? '--omit=dev' : '--include=dev'
  const [command, ...args] = npm('ci', include, '--include=optional', ...calm)
  const shell = process.platform === 'win32' && command === 'npm'
  const child = start(command, args, { shell, env: { ...headers(), ...process.env } })
  if (await child.ended) giveUp('npm ci did not succeed; what it says above tells why.')
  if (!hasSqlite()) giveUp(withoutScripts)
}

/** Packages for Node 24 are installed by an older npm, too: they run on the Node that comes along. */
const calm = ['--no-audit', '--no-fund', '--loglevel=error']

/** The npm that started us, or the one on the path. */
function npm(...args) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? [process.execPath, own, ...args] : ['npm', ...args]
}

/** What SQLite is compiled with came along as well: nothing has to be fetched from anywhere but npm's registry. */
const headers = () =>
  process.platform === 'win32' ? {} : { npm_config_nodedir: inRoot('node_modules', nodePackage) }

const withoutScripts =
  'npm installed SQLite without compiling it: it is told to run no scripts. ' +
  'Once, run: npm rebuild sqlite3 --ignore-scripts=false'

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
 * Compares what npm noted down when it installed with what the lockfile asks for, and looks whether it is still there.
 * Contents, not dates: a checkout makes files new that did not change.
 */
function isInstalled() {
  if (isLink('node_modules')) return true
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = Object.entries(packagesOf('package-lock.json'))
  return (
    hasSqlite() &&
    wanted.every(([path, { version, ...rest }]) => {
      const mayBeMissing = rest.optional || rest.devOptional || rest.peer
      if (path === '' || (mayBeMissing && path !== `node_modules/${nodePackage}`)) return true
      return installed[path]?.version === version && existsSync(inRoot(path, 'package.json'))
    })
  )
}

/** npm puts it there, compiled or as it came. */
const hasSqlite = () => existsSync(inRoot('node_modules/sqlite3/build/Release/node_sqlite3.node'))

const isLink = (path) => lstatSync(inRoot(path), { throwIfNoEntry: false })?.isSymbolicLink()

/** None, if nothing was noted down or not to its end. */
function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(inRoot(lockfile), 'utf8')).packages
  } catch {
    return {}
  }
}
