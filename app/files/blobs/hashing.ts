import type { Question } from '#app/files/blobs/hash_worker'
import type { TextKind } from '#app/files/blobs/text_kind'
import type { Slab } from '#app/files/blobs/slabs'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

const ending = extname(import.meta.url)
/** A thread does not inherit what `ace.ts` registered by itself: from the sources it has to load TypeScript, too. */
const execArgv = ending === '.ts' ? ['--import=@poppinss/ts-exec'] : []

/** What a whole stream of bytes turned out to be. */
export interface Digest {
  sha256: string
  text: TextKind | null
}

type Open = { resolve: (answer?: any) => void; reject: (error: unknown) => void }
type Asked = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, 'ticket' | 'stream'>
    : never
  : never

/** A thread that hashes; it starts with the first large upload and keeps no process alive. */
class HashThread {
  #worker?: Worker
  #open = new Map<number, Open>()
  #lastTicket = 0
  streams = 0

  /** What is lent is out of reach here until the answer gives it back. */
  ask(stream: number, question: Asked, lent: ArrayBuffer[] = []) {
    const ticket = ++this.#lastTicket
    return new Promise<any>((resolve, reject) => {
      this.#open.set(ticket, { resolve, reject })
      this.#running().postMessage({ ticket, stream, ...question }, lent)
    })
  }

  #running() {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL(`./hash_worker${ending}`, import.meta.url), { execArgv })
    worker.on('message', ({ ticket, answer }) => {
      this.#open.get(ticket)?.resolve(answer)
      this.#open.delete(ticket)
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('The hash worker ended')))
    /** After the listeners: listening for messages makes the process wait for the thread again. */
    worker.unref()
    return (this.#worker = worker)
  }

  #fail(error: unknown) {
    this.#worker = undefined
    for (const { reject } of this.#open.values()) reject(error)
    this.#open.clear()
  }
}

const threads = Array.from(
  { length: Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))) },
  () => new HashThread()
)
let lastStream = 0

/** The hash of one stream of bytes, made on another core. */
export class Hashing {
  #stream = ++lastStream
  #thread = threads.reduce((least, other) => (other.streams < least.streams ? other : least))
  #isOver = false

  constructor() {
    this.#thread.streams++
  }

  /** Hashes what the slab holds. Its memory is lent for that, not copied: nobody may touch it meanwhile. */
  async take(slab: Slab) {
    const { bytes, length } = slab
    const lent = bytes.buffer
    slab.bytes = Buffer.from(
      await this.#thread.ask(this.#stream, { ask: 'take', bytes, length }, [lent])
    )
  }

  end(): Promise<Digest> {
    return this.#finish('end')
  }

  async forget() {
    if (!this.#isOver) await this.#finish('forget')
  }

  #finish(ask: 'end' | 'forget') {
    this.#isOver = true
    this.#thread.streams--
    return this.#thread.ask(this.#stream, { ask })
  }
}
