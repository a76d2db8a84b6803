import { key, port, postgresAddress, proxies, readableFile, timeZone } from '#start/shapes'
import { Env } from '@adonisjs/core/env'

/** Everything an operator may set, with its shape. docs/operators/configure.md says what each one does. */
const env = await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: port,
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  APP_KEY: key,
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
  ] as const),
  TRUSTED_PROXIES: proxies,

  SERVICE_NAME: Env.schema.string.optional(),
  SERVICE_LOGO: readableFile,
  SERVICE_ACCENT: Env.schema.enum.optional([
    'indigo',
    'teal',
    'green',
    'red',
    'violet',
    'gray',
  ] as const),
  SERVICE_TIME_ZONE: timeZone,
  SERVICE_HELP_DESK: Env.schema.string.optional(),
  DEMO: Env.schema.boolean.optional(),

  STORAGE_PATH: Env.schema.string.optional(),
  DB_CONNECTION: Env.schema.enum.optional(['sqlite', 'postgres'] as const),
  DATABASE_URL: (name, value) =>
    postgresAddress(
      name,
      Env.schema.string.optionalWhen(() => process.env.DB_CONNECTION !== 'postgres')(name, value)
    ),

  DRIVE_DISK: Env.schema.enum.optional(['fs', 's3'] as const),
  S3_BUCKET: Env.schema.string.optionalWhen(() => process.env.DRIVE_DISK !== 's3'),
  S3_REGION: Env.schema.string.optional(),
  S3_ENDPOINT: Env.schema.string.optional({ format: 'url', tld: false }),
  S3_ACCESS_KEY_ID: Env.schema.string.optional(),
  S3_SECRET_ACCESS_KEY: Env.schema.string.optional(),

  SMTP_HOST: Env.schema.string.optional(),
  SMTP_PORT: port,
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.string.optional(),
  SMTP_FROM: Env.schema.string.optional(),
  SMTP_TLS: Env.schema.enum.optional(['required', 'off'] as const),

  /** Only for a directory on this very machine: a tunnel, or the tests. */
  LDAP_ALLOW_LOOPBACK: Env.schema.boolean.optional(),

  SFTP_PORT: Env.schema.number.optional(),
  /** Jobs run in this process: false where others of the same service run them. */
  JOBS: Env.schema.boolean.optional(),

  UPLOAD_MAX_BYTES: Env.schema.number.optional(),
  UPLOAD_RESERVE_BYTES: Env.schema.number.optional(),
})

export default env
