import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that happens by itself; the test's own time limit is the only one. */
export async function until(happened: () => unknown | Promise<unknown>) {
  while (!(await happened())) await pause(10)
}
