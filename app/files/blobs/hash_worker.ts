import { TextProbe } from '#app/files/blobs/text_kind'
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** What the hash worker is asked; it answers with the same ticket. */
export type Question = { ticket: number; stream: number } & (
  | { ask: 'take'; bytes: Uint8Array<ArrayBuffer>; length: number }
  | { ask: 'end' }
  | { ask: 'forget' }
)

const streams = new Map<number, { hash: ReturnType<typeof createHash>; probe: TextProbe }>()

function streamOf(id: number) {
  const known = streams.get(id) ?? { hash: createHash('sha256'), probe: new TextProbe() }
  streams.set(id, known)
  return known
}

/** Hashes on a core of its own what the main thread lends it, and gives the memory back with the answer. */
parentPort?.on('message', (question: Question) => {
  const { ticket, stream, ask } = question
  const { hash, probe } = streamOf(stream)
  if (ask === 'take') {
    const { buffer } = question.bytes
    const bytes = Buffer.from(buffer, 0, question.length)
    hash.update(bytes)
    probe.push(bytes)
    return parentPort!.postMessage({ ticket, answer: buffer }, [buffer])
  }
  streams.delete(stream)
  const answer = ask === 'end' ? { sha256: hash.digest('hex'), text: probe.end() } : undefined
  parentPort!.postMessage({ ticket, answer })
})
