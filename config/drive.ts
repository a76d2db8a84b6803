import env from '#start/env'
import service from '#config/service'
import { defineConfig, services } from '@adonisjs/drive'
import { join } from 'node:path'

const key = env.get('S3_ACCESS_KEY_ID')
const secret = env.get('S3_SECRET_ACCESS_KEY')

/** Drive never serves files by itself (security rule 38): bytes leave only through the files room. */
const driveConfig = defineConfig({
  default: env.get('DRIVE_DISK', 'fs'),
  services: {
    fs: services.fs({
      location: join(service.storagePath, 'files'),
      visibility: 'private',
      serveFiles: false,
    }),
    /** Each disk that stands here is loaded at start, and this one is large. */
    ...(env.get('DRIVE_DISK') === 's3' && {
      s3: services.s3({
        credentials: key && secret ? { accessKeyId: key, secretAccessKey: secret } : undefined,
        region: env.get('S3_REGION', 'us-east-1'),
        endpoint: env.get('S3_ENDPOINT'),
        forcePathStyle: Boolean(env.get('S3_ENDPOINT')),
        bucket: env.get('S3_BUCKET', ''),
        visibility: 'private',
        supportsACL: false,
      }),
    }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
