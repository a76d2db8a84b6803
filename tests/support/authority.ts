import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Issued {
  keyPath: string
  certPath: string
  certificate: string
}

/** An authority of a test's own, made by openssl, that issues certificates for names; with fewer than no days they have expired. */
export async function authority(folder: string) {
  const [caKey, caPath] = [join(folder, 'ca.key'), join(folder, 'ca.pem')]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await run('openssl', [
    ...['req', '-x509', '-days', '2', ...key, '-subj', '/CN=Test authority'],
    ...['-keyout', caKey, '-out', caPath],
  ])
  const issue = async (name: string, days = 1): Promise<Issued> => {
    const [keyPath, request, certPath, more] = ['key', 'csr', 'pem', 'ext'].map((ending) =>
      join(folder, `${name}${days}.${ending}`)
    )
    await run('openssl', [
      'req',
      ...key,
      '-subj',
      `/CN=${name}`,
      '-keyout',
      keyPath,
      '-out',
      request,
    ])
    await writeFile(more, `subjectAltName=DNS:${name}\n`)
    await run('openssl', [
      ...['x509', '-req', '-in', request, '-CA', caPath, '-CAkey', caKey, '-CAcreateserial'],
      ...['-extfile', more, '-out', certPath, '-days', String(days)],
    ])
    return { keyPath, certPath, certificate: await readFile(certPath, 'utf8') }
  }
  return { certificate: await readFile(caPath, 'utf8'), issue }
}
