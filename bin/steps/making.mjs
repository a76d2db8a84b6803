import { existsSync } from 'node:fs'
import { isFresh, noteDown } from './fingerprint.mjs'
import { run } from './children.mjs'
import { giveUp, inRoot } from './place.mjs'

const styles = [
  'resources/css',
  'resources/js',
  'resources/images',
  'vite.config.ts',
  'package-lock.json',
]
const sources = [
  ...styles,
  ...['app', 'bin', 'config', 'database', 'providers', 'resources', 'start'],
  ...['ace.ts', 'adonisrc.ts', 'package.json', 'tsconfig.json'],
]

/** Style sheets, scripts and pictures in public/assets, made anew when what they are made from changed. */
export async function makeAssets() {
  if (isFresh('public/assets', styles)) return
  console.log('Building the style sheet and the scripts.')
  const { code } = await run('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (code !== 0) giveUp('The style sheet and the scripts could not be built; see above.')
  noteDown('public/assets', styles)
}

/** The production build in build/: it starts faster and takes less memory than the sources. */
export async function makeBuild({ anyway = false } = {}) {
  if (!anyway && isFresh('build', sources)) return
  refuseToLose('build/storage')
  refuseToLose('build/.env')

  console.log('Building Waybill.')
  const { code, output } = await run('ace.ts', ['build'], {
    quiet: true,
    NODE_ENV: 'production',
  })
  if (code !== 0 || !existsSync(inRoot('build/bin/server.js'))) {
    giveUp(`${output}\nThe build did not succeed; see above.`)
  }
  noteDown('public/assets', styles)
  noteDown('build', sources)
}

/** A build begins by emptying build/: nothing that belongs to a person may lie there. */
function refuseToLose(path) {
  if (existsSync(inRoot(path))) {
    giveUp(
      `${path} would be deleted by a new build. Move it elsewhere (see docs/operators/install.md).`
    )
  }
}
