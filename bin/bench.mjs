/** npm run bench: builds for production, then runs the workloads of bench/ on the project's own Node. */
import { spawnSync } from 'node:child_process'

const step = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status) process.exit(status)
}

step('npm', ['run', '--silent', 'build'])
step('node', ['--import=@poppinss/ts-exec', 'bench/main.ts', ...process.argv.slice(2)])
