import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programPath } from './programs.mjs'

/** Nothing that a test writes need survive a power cut. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
/** Nobody but us uses the cluster. */
const settings = ['listen_addresses=', 'max_connections=200', 'log_min_messages=fatal']

/**
 * A PostgreSQL of our own in a temporary folder, reached by a socket there. Undefined if this machine has none.
 * `durable`: what it commits is on the disk, as it would be for real people; else it is as quick as a test wants it.
 */
export async function startPostgres({ durable = false } = {}) {
  if (!programPath('postgres')) return undefined
  const home = mkdtempSync(join(tmpdir(), 'waybill-postgres-'))
  const user = unprivilegedUser()
  if (user) chownSync(home, user.uid, user.gid)
  else chmodSync(home, 0o700)

  const data = join(home, 'data')
  const as = (program, ...args) => [...(user?.command ?? []), programPath(program), ...args]
  const [initdb, ...initArgs] = as('initdb', '-D', data, '-U', 'waybill', ...clusterKind)
  execFileSync(initdb, initArgs, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] })

  const all = [`unix_socket_directories=${home}`, ...settings, ...(durable ? [] : careless)]
  const options = all.flatMap((set) => ['-c', set])
  const [server, ...serverArgs] = as('postgres', '-D', data, ...options)
  spawn(server, serverArgs, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] }).unref()
  process.once('exit', () => {
    const [ctl, ...stop] = as('pg_ctl', 'stop', '-D', data, '-m', 'immediate')
    execFileSync(ctl, stop, { cwd: home, stdio: 'ignore' })
    rmSync(home, { recursive: true, force: true })
  })
  await untilReady(home)
  return { makeDatabase: (name) => makeDatabase(home, name) }
}

/** Sorts as people do in English, like most servers in use, so that nothing relies on the order of bytes. */
const clusterKind = [
  ...['--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
  ...['--locale-provider=icu', '--icu-locale=en-US', '--no-sync'],
]

/** PostgreSQL refuses to run as root. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined
  const name = ['postgres', 'nobody'].find((candidate) => idOf('-u', candidate) !== undefined)
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
  const command = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return { uid, gid, command }
}

function idOf(which, name) {
  try {
    return Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

async function untilReady(home) {
  for (let tries = 0; tries < 300; tries++) {
    try {
      return execFileSync(programPath('pg_isready'), ['-q', '-h', home, '-U', 'waybill'])
    } catch {
      await pause(100)
    }
  }
  throw new Error('PostgreSQL did not become ready')
}

function makeDatabase(home, name) {
  execFileSync(programPath('createdb'), ['-h', home, '-U', 'waybill', name])
  return `postgresql://waybill@/${name}?host=${encodeURIComponent(home)}`
}
