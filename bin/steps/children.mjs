import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import { ownEnvironment, ownNode } from './own_node.mjs'
import { inRoot, root } from './place.mjs'

const children = new Set()
let isEnding = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isEnding = true
    if (!children.size) process.exit(1)
    for (const child of children) child.kill(child.endedBy ?? signal)
  })
}

/** npm passes a signal on to the shell between us, which dies of it without a word to us. */
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 250).unref()
}

/** Starts a program that hears of every signal that reaches us; of one that it heeds, if it heeds only that (`endedBy`). */
export function start(command, args, { endedBy, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  child.endedBy = endedBy
  children.add(child)
  child.ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      children.delete(child)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
  return child
}

/** Runs a script of ours, or of a package, to its end. What a quiet one says comes back in its answer. */
export async function run(script, args = [], { quiet = false, ...environment } = {}) {
  const child = start(ownNode(), [placeOf(script), ...args], {
    env: ownEnvironment(environment),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  const [code, ...output] = await Promise.all([
    child.ended,
    ...(quiet ? [text(child.stdout), text(child.stderr)] : []),
  ])
  /** Some finish nevertheless what they do; nothing comes after it. */
  if (isEnding) process.exit(1)
  return { code, output: output.join('') }
}

function placeOf(script) {
  if (existsSync(inRoot(script))) return inRoot(script)
  const [name, ...rest] = script.split('/')
  const home = createRequire(inRoot('package.json')).resolve(`${name}/package.json`)
  return home.replace(/package\.json$/, rest.join('/'))
}

/** Keeps a server running, and ends with its exit code. `told` receives what it has to say. */
export async function keep(args, { told, endedBy, ...environment }) {
  const server = start(ownNode(), args, {
    endedBy,
    env: ownEnvironment(environment),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  server.on('message', (message) => told?.(message))
  process.exit(await server.ended)
}
