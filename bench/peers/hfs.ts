import { answers, flushed, spawn, stopped } from '../processes.js'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

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
  const files = join(home, 'share')
  return {
    url,
    folder: files,
    /** It answers before its bytes are on disk, and before the file has its name. */
    async durable(name: string) {
      while (!existsSync(join(files, name))) await pause(2)
      await flushed(join(files, name))
    },
    stop: () => stopped(child),
  }
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
