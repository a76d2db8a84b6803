import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inRoot } from './place.mjs'

/** Debian keeps PostgreSQL's programs out of the path, a folder for each version; the newest comes first. */
const postgresFolders = () => {
  const home = '/usr/lib/postgresql'
  if (!existsSync(home)) return []
  const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(home, version, 'bin'))
}

/** Where a program lies (servers in /usr/sbin, which is only root's habit to look in), or undefined if this machine has none. */
export function programPath(name) {
  const folders = [...postgresFolders(), ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Installs the programs that the tests use, as far as that is possible here. Names those that stay missing. */
export function installPrograms() {
  const missing = wanted().filter(({ program }) => !programPath(program))
  if (missing.length && mayInstall()) install(missing.map(({ debianPackage }) => debianPackage))
  return missing.map(({ program }) => program).filter((program) => !programPath(program))
}

const wanted = () =>
  readFileSync(inRoot('bin/debian-packages.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' '))
    .map(([program, debianPackage]) => ({ program, debianPackage }))

const mayInstall = () => process.getuid?.() === 0 && Boolean(programPath('apt-get'))

function install(packages) {
  console.log(`Installing what the tests use: ${packages.join(', ')}`)
  /** At this level Debian starts no service that it installs: the tests start their own. */
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'inherit' })
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...packages)
}
