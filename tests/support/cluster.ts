import { freePort } from '#tests/support/another_process'
import { certificateFor } from '#tests/support/certificate'
import { Curl } from '#tests/support/curl'
import { blockOf } from '#tests/support/docs'
import { startNginx } from '#tests/support/nginx'
import { carryBuild, temporaryFolder } from '#tests/support/production'
import { startS3 } from '#tests/support/s3_server'
import { until } from '#tests/support/until'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const page = 'operators/scale.md'
const database = 'waybill_scaled_test'
export const host = 'sft.example.gov'
export const programs = ['bash', 'createdb', 'curl', 'dropdb', 'nginx', 'openssl']

/** Two machines with a process each, on one PostgreSQL and one bucket, behind nginx: all as the page says. */
export async function startCluster(postgres: string, port: number) {
  const { folder, remove } = await temporaryFolder()
  const certificate = await certificateFor(host)
  const s3 = await startS3()
  const places = { ...(await aDatabase(postgres)), ...bucketOf(s3) }
  const ports = [await freePort(), await freePort()]
  const machines: Machine[] = []
  for (const each of ports) machines.push(await aMachine(join(folder, `${each}`), each, places))
  const conf = await nginxConfiguration(port, ports, certificate)
  const stopNginx = await startNginx(join(folder, 'nginx'), port, conf)

  const there = ['--resolve', `${host}:${port}:127.0.0.1`, '--cacert', certificate.certPath]
  const curl = () => Curl.begin(`https://${host}:${port}`, ...there)
  const stop = async () => {
    await Promise.all([stopNginx(), ...machines.map(({ end }) => end())])
    await Promise.all([s3.stop(), certificate.remove()])
    await remove()
  }
  return { folder, certificate, ports, machines, curl, stop }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>
type Machine = Awaited<ReturnType<typeof aMachine>>
type Places = Record<string, string>

async function aDatabase(postgres: string) {
  const server = `--maintenance-db=${postgres}`
  await run('dropdb', ['--if-exists', '--force', server, database])
  await run('createdb', [server, database])
  return { DATABASE_URL: postgres.replace(/\/\w+\?/, `/${database}?`) }
}

const bucketOf = ({ place }: Awaited<ReturnType<typeof startS3>>) => ({
  S3_ENDPOINT: place.endpoint,
  S3_ACCESS_KEY_ID: place.credentials.accessKeyId,
  S3_SECRET_ACCESS_KEY: place.credentials.secretAccessKey,
})

/** A folder that stands for a machine: its own build, settings and storage folder. */
async function aMachine(folder: string, port: number, places: Places) {
  const storage = join(folder, 'storage')
  const cwd = join(folder, 'build')
  await mkdir(folder)
  await carryBuild(cwd)
  await writeFile(join(cwd, '.env'), await settings({ ...places, STORAGE_PATH: storage }))
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'error', SFTP_PORT: '0', DEMO: 'true' }
  const options = { cwd, env: { ...env, PORT: String(port) } }
  await run('bash', await shell('prepare'), options)

  const server = spawn('bash', await shell('serve'), { ...options, stdio: 'inherit' })
  const ended = once(server, 'exit').then(([code]) => code as number | null)
  const health = (await shell('health')).map((part) => part.replace('3333', String(port)))
  const isReady = () => run('bash', health).then(Boolean, () => server.exitCode !== null)
  await until(isReady)
  const end = () => (server.kill('SIGTERM'), ended)
  return { end, storage }
}

const shell = async (block: string) => ['-euo', 'pipefail', '-c', await blockOf(page, block)]

/** The settings of the page, with this machine's places in them. */
async function settings(places: Places) {
  const here: Places = { ...places, APP_KEY: 'for-tests-only-for-tests-only-for-tests' }
  const block = await blockOf(page, 'scale-settings')
  return block.replace(/^(\w+)=.*$/gm, (line, name) =>
    here[name] ? `${name}=${here[name]}` : line
  )
}

type Certificate = Awaited<ReturnType<typeof certificateFor>>

async function nginxConfiguration(port: number, ports: number[], certificate: Certificate) {
  const block = await blockOf(page, 'load-balancer')
  return block
    .replace('127.0.0.1:3333', `127.0.0.1:${ports[0]}`)
    .replace('127.0.0.1:3334', `127.0.0.1:${ports[1]}`)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate.certPath};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${certificate.keyPath};`)
    .concat('add_header X-Served-By $upstream_addr always;')
}
