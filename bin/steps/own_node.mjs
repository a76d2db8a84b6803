import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { giveUp, inRoot } from './place.mjs'

const needed = 24

const { platform, arch } = process
/** The package that brings it for this kind of machine, if there is one. */
export const nodePackage = `node-${platform === 'win32' ? 'win' : platform}-${arch}`

/** The Node that Waybill runs on: it comes with the other packages, so that the machine's own may be older. */
export function ownNode() {
  const bundled = bundledNode()
  if (bundled) return bundled
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  return giveUp(
    `Waybill runs on Node ${needed}, and none came along for this kind of machine ` +
      `(${platform}-${arch}). Install Node ${needed} and try again.`
  )
}

function bundledNode() {
  try {
    const manifest = createRequire(inRoot('package.json')).resolve(`${nodePackage}/package.json`)
    const home = dirname(manifest)
    const binary = join(home, 'bin', platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** The environment of everything that is started from here: our own Node and tools come first. */
export function ownEnvironment(extra = {}) {
  const path = [dirname(ownNode()), inRoot('node_modules', '.bin'), process.env.PATH]
  return { ...process.env, PATH: path.join(delimiter), ...extra }
}
