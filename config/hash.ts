import app from '@adonisjs/core/services/app'
import { defineConfig, drivers } from '@adonisjs/core/hash'

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^14, r = 8, p = 5 (16 MiB each); tests take the least. */
const isTest = app.inTest

const hashConfig = defineConfig({
  default: 'scrypt',
  list: {
    scrypt: drivers.scrypt({
      cost: isTest ? 2 ** 4 : 2 ** 14,
      blockSize: 8,
      parallelization: isTest ? 1 : 5,
      maxMemory: 32 * 1024 ** 2,
    }),
  },
})

export default hashConfig

declare module '@adonisjs/core/types' {
  export interface HashersList extends InferHashers<typeof hashConfig> {}
}
