/**
 * A process that receives files until it is killed. It first removes what its predecessor left and checks what that one
 * had acknowledged; then it waits for the word to begin. Every acknowledgement goes to the parent at once.
 */
import 'reflect-metadata'
import type { Acknowledged } from '#tests/support/crash/stage'
import { Ignitor } from '@adonisjs/core'

const root = new URL('../../../', import.meta.url)
const importer = (path: string) => import(path.startsWith('.') ? new URL(path, root).href : path)
const app = new Ignitor(root, { importer })
  .tap((it) => it.booting(async () => void (await import('#start/env'))))
  .createApp('console')
await app.init()
await app.boot()
await app.start(() => {})
await import('#start/rooms')

const { prepare } = await import('#start/prepare')
await prepare()

const { theStage, check, uploadOn } = await import('#tests/support/crash/stage')
process.send!({ booted: true })
process.on('message', async (word: { check?: Acknowledged[]; since?: number; upload?: number }) => {
  try {
    if (word.check) {
      await check(word.check, word.since!)
      process.send!({ checked: true })
    }
    if (word.upload !== undefined) await uploadOn(await theStage(), word.upload)
  } catch (error) {
    process.send!({ fault: String((error as Error).stack ?? error) })
  }
})
