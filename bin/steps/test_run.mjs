import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { start } from './children.mjs'
import { ownEnvironment, ownNode } from './own_node.mjs'
import { inRoot } from './place.mjs'

/** No run takes nearly as long: something in it waits for what never comes. */
const longestMinutes = 30

const closingLine = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/

/**
 * Runs some suites and counts. The count that a run prints at its end is taken out of its output: only the sum
 * stands there, once, as the last line. A run that ends badly without a failed test counts as one.
 */
export async function testRun(title, args, environment = {}) {
  console.log(`\n── ${title}`)
  const started = Date.now()
  const port = process.env.TEST_PORT ?? (await freePort())
  const child = start(ownNode(), [inRoot('ace.ts'), 'test', ...args], {
    env: ownEnvironment({ ...withoutSettings(), TEST_PORT: String(port), ...environment }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const limit = setTimeout(() => {
    console.log(`── ${title}: not done after ${longestMinutes} minutes, ended`)
    child.kill('SIGKILL')
  }, longestMinutes * 60_000)
  const count = await countOf(child)
  clearTimeout(limit)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`── ${title}: ${count.passed} good, ${count.failed} bad, ${seconds} s`)
  return count
}

async function countOf(child) {
  let closing
  const lines = createInterface({ input: child.stdout })
  child.once('exit', () => setTimeout(() => hangUp(child, lines), 2000).unref())
  for await (const line of lines) {
    const match = closingLine.exec(line.trim())
    if (match) closing = match
    else console.log(line)
  }
  const code = await child.ended
  const [passed = 0, failed = 0, skipped = 0] = (closing ?? []).slice(1).map((n) => Number(n ?? 0))
  const isAccountedFor = closing && (code === 0 || failed > 0)
  return { passed, failed: isAccountedFor ? failed : failed + 1, skipped }
}

/** Whatever a run that was ended left behind may hold the other end of its output open. */
function hangUp(child, lines) {
  lines.close()
  child.stdout.destroy()
}

/** Tests see none of the settings that an operator's shell may hold. */
export const settings =
  /^(SMTP|S3|SERVICE|SFTP|UPLOAD|LDAP)_|^(DEMO|JOBS|APP_URL|DRIVE_DISK|TRUSTED_PROXIES|DB_CONNECTION|DATABASE_URL)$/

const withoutSettings = () =>
  Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => settings.test(name))
      .map((name) => [name, undefined])
  )

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
