import { until } from '#tests/support/until'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

/** Started by root, nginx would serve as somebody who may not open the test's folder. */
const user = process.getuid?.() === 0 ? 'user root;' : ''
const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** nginx with the given part of a configuration, in a folder of its own. Answers how to end it. */
export async function startNginx(folder: string, port: number, configuration: string) {
  const paths = places.map((name) => `${name}_temp_path ${join(folder, name)};`)
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'nginx.conf')
  await writeFile(
    path,
    `${user} daemon off; pid ${join(folder, 'pid')}; error_log stderr crit; events {}
     http { access_log off; ${paths.join(' ')} ${configuration} }`
  )
  const child = spawn('nginx', ['-c', path, '-p', folder, '-e', 'stderr'], {
    env: { PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  await until(() => child.exitCode !== null || answers(port))
  if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}

function answers(port: number) {
  const socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}
