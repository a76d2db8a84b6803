import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** A real S3 server on a free port of this machine, with one bucket. */
export async function startS3() {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-s3-'))
  const configureBuckets = [{ name: 'waybill', configs: [] }]
  const options = { port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets }
  const server = new S3rver(options)
  const { port } = await server.run()
  const place = {
    bucket: 'waybill',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    maxAttempts: 1,
  }
  const stop = async () => {
    await server.close()
    await rm(directory, { recursive: true })
  }
  return { place, stop }
}
