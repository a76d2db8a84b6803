import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, home } from './place.mjs'

const contents = (key) => `# Made by the first start of Waybill, and never changed by it afterwards.
# What can be set here, and what each setting does: docs/operators/configure.md
# What stands in the environment wins over what stands here.

NODE_ENV=production

# Signs cookies and encrypts what is kept secret. Keep it to yourself, and keep a copy with the back-ups.
APP_KEY=${key}

# Fills an empty database with the demonstration: agencies, people and files to try Waybill with, all with
# a password that everybody knows. Set this to false before the first start of a service for real people.
DEMO=true
`

/** The first start writes the settings file, with a key of its own. */
export function makeEnvFile() {
  const path = join(home, '.env')
  if (existsSync(path)) return
  /** Not made: behind a name that was mistyped, a service with other settings would begin. */
  if (!existsSync(home)) giveUp(`ENV_PATH names ${home}, and there is no such folder.`)
  writeFileSync(path, contents(randomBytes(32).toString('base64url')), { mode: 0o600, flag: 'wx' })
  console.log('Made .env, the settings file, with a fresh key.')
}
