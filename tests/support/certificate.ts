import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A key and a certificate for a host, made by openssl. It vouches for itself: only who is told to trusts it. */
export async function certificateFor(host: string) {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  const [keyPath, certPath] = ['key.pem', 'cert.pem'].map((name) => join(folder, name))
  const kind = /^[\d.]+$/.test(host) ? 'IP' : 'DNS'
  const names = ['-subj', '/CN=Waybill test', '-addext', `subjectAltName=${kind}:${host}`]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const files = ['-keyout', keyPath, '-out', certPath]
  await run('openssl', ['req', '-x509', '-days', '1', ...key, ...names, ...files])
  return {
    keyPath,
    certPath,
    key: await readFile(keyPath),
    cert: await readFile(certPath),
    remove: () => rm(folder, { recursive: true }),
  }
}
