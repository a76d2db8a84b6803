import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']

const hasProgram = (name: string) => folders.some((folder) => canRun(join(folder, name)))

function canRun(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** For the `skip` of a test that needs programs: whether one is not on this machine, and which. */
export function without(...programs: string[]): [boolean, string] {
  const absent = programs.filter((program) => !hasProgram(program))
  return [absent.length > 0, `not on this machine: ${absent.join(', ')}`]
}
