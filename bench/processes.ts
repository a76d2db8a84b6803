import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

export const run = promisify(execFile)

/** Whether a program is installed here: a peer that is not takes no part. */
export async function isInstalled(program: string) {
  return run('sh', ['-c', `command -v ${program}`]).then(
    () => true,
    () => false
  )
}

/** Waits until an address answers, whatever it answers. */
export async function answers(url: string, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(25)) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null)
    if (response) return response.arrayBuffer()
  }
  throw new Error(`${url} did not answer in ${seconds} s`)
}

export async function stopped(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

/** Runs curl and fails when it, or the server, says no. */
export async function curl(...args: string[]) {
  const { stdout } = await run('curl', ['-sS', '--fail-with-body', ...args], {
    maxBuffer: 64 * 1024 ** 2,
  })
  return stdout
}

/** Flushes a file and its folder, as Waybill does before it answers. */
export async function flushed(file: string) {
  for (const path of [file, dirname(file)]) {
    const handle = await open(path)
    await handle.sync()
    await handle.close()
  }
}

/** Resident memory of a process in MiB, from /proc (Linux). */
export async function residentMiB(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
}

/** The highest resident memory while the work goes on, sampled every 20 ms, in MiB. */
export async function peakMiB(pid: number, work: () => Promise<unknown>) {
  let peak = await residentMiB(pid)
  const sampling = setInterval(async () => {
    peak = Math.max(peak, await residentMiB(pid))
  }, 20)
  await work().finally(() => clearInterval(sampling))
  return peak
}

export { spawn }
