import { answers, spawn, stopped } from '../processes.js'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const port = 8097
/** Installed by hand for the comparison: npm install --prefix tmp/bench/hfs hfs@0.52.9 */
const program = resolve('tmp/bench/hfs/node_modules/hfs/src/index.js')

/** HFS, a file server in Node with a form for uploads: what a small office would pick. */
export async function hfs(folder: string) {
  if (!existsSync(program)) return null
  const home = join(folder, 'hfs-home')
  await rm(home, { recursive: true, force: true })
  await mkdir(join(home, 'share'), { recursive: true })
  await writeFile(join(home, 'config.yaml'), configuration(join(home, 'share')))

  const child = spawn(process.execPath, [program, '--cwd', home], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/share/`)
  return { url, folder: join(home, 'share'), stop: () => stopped(child) }
}

const configuration = (share: string) => `
port: ${port}
https_port: -1
open_browser_at_start: false
auto_check_update: false
update_to_beta: false
log: ""
error_log: ""
vfs:
  children:
    - { source: ${share}, name: share, can_upload: true, can_read: true }
`
