import { answers, flushed, isInstalled, spawn, stopped } from '../processes.js'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const port = 8098

/** nginx with WebDAV: hashes nothing, records nothing, and flushes nothing, so `durable` does that for it. */
export async function nginx(folder: string) {
  if (!(await isInstalled('nginx'))) return null
  const root = join(folder, 'nginx')
  await rm(root, { recursive: true, force: true })
  await mkdir(join(root, 'files'), { recursive: true })
  await mkdir(join(root, 'temporary'), { recursive: true })
  const config = join(root, 'nginx.conf')
  await writeFile(config, configuration(root))

  const child = spawn('nginx', ['-c', config, '-p', root], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await answers(url)
  return {
    url,
    folder: join(root, 'files'),
    /** A PUT is answered before its bytes are on disk. */
    durable: (name: string) => flushed(join(root, 'files', name)),
    stop: () => stopped(child),
  }
}

const configuration = (root: string) => `
daemon off; master_process on; worker_processes 2; user root; pid ${root}/nginx.pid; error_log ${root}/error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; client_max_body_size 0; client_body_buffer_size 1m;
  server {
    listen 127.0.0.1:${port};
    root ${root}/files; client_body_temp_path ${root}/temporary; dav_methods PUT DELETE;
  }
}
`
