import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { giveUp, inRoot } from './place.mjs'

const needed = 24

/** The Node that Waybill runs on: it comes with the other packages, so that the machine's own may be older. */
export function ownNode() {
  const bundled = bundledNode()
  if (bundled) return bundled
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  return giveUp(
    `Waybill runs on Node ${needed}, and none came along for this kind of machine ` +
      `(${process.platform}-${process.arch}). Install Node ${needed} and try again.`
  )
}

function bundledNode() {
  const { platform, arch } = process
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  try {
    const home = dirname(createRequire(inRoot('package.json')).resolve(`${name}/package.json`))
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
