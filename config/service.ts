import env from '#start/env'
import { settingsFolder } from '#start/place'
import { resolve } from 'node:path'

const port = env.get('PORT', 3333)
const url = env.get('APP_URL', `http://localhost:${port}`).replace(/\/$/, '')
const isHttps = url.startsWith('https:')

/** What the service calls itself, where it stands and what it allows: the settings that are not a framework's. */
const service = {
  name: env.get('SERVICE_NAME', 'Waybill'),
  /** A picture file that stands before the name, and the one colour of buttons and links. */
  logo: env.get('SERVICE_LOGO'),
  accent: env.get('SERVICE_ACCENT'),
  timeZone: env.get('SERVICE_TIME_ZONE', 'America/New_York'),
  url,
  isHttps,
  /** Begins the name of every cookie: no other host can set one that is called so (RFC 6265bis 4.1.3.2). */
  cookiePrefix: isHttps ? '__Host-' : '',
  helpDesk: env.get('SERVICE_HELP_DESK', '860-622-2300, option 9'),
  storagePath: resolve(settingsFolder, env.get('STORAGE_PATH', './storage')),
  /** Which of Drive's disks holds the bytes. */
  disk: env.get('DRIVE_DISK', 'fs'),
  isDemonstration: env.get('DEMO', false),
  /** Whether an organization's directory may be on this machine, at any port. */
  allowsLoopbackDirectories: env.get('LDAP_ALLOW_LOOPBACK', false),
  trustedProxies: env.get('TRUSTED_PROXIES', []),

  /** Seed: service guide, "automatically purged … after 60 days". */
  keepDays: 60,
  /** How long a deleted file can be restored. */
  recoverDays: 14,
  uploadMaxBytes: env.get('UPLOAD_MAX_BYTES', 100 * 1024 ** 3),
  /** Kept free on the disk: no upload is taken that would use it up. */
  reserveBytes: env.get('UPLOAD_RESERVE_BYTES', 256 * 1024 ** 2),
}

export default service
