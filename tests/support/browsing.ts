import { browserClient } from '@japa/browser-client'
import type { Suite, Test } from '@japa/runner/core'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const chromiumPath = places.find((place) => place && existsSync(place))

const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** The machine's own Chromium: `visit`, `browser` and `browserContext` in the tests of the browser suite. */
export const browsing = () =>
  browserClient({
    runInSuites: chromiumPath ? ['browser'] : [],
    launcher: () => chromium.launch({ executablePath: chromiumPath, args }),
  })

/** A machine without Chromium skips what needs one, and counts it. */
export function skipWithoutBrowser(suite: Suite) {
  if (chromiumPath) return
  const skip = (each: Test) => void each.skip(true, 'There is no Chromium on this machine')
  suite.onTest(skip)
  suite.onGroup((group) => group.tap(skip))
}
