import { sentName } from '#app/files/receiving/sent_name'
import { loosened } from '#app/files/receiving/loosened'
import { parserFor, tooMuch } from '#app/files/receiving/upload_form_parser'
import { brokenOff } from '#app/files/receiving/upload_refused'
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'

export interface FormFile {
  /** As the browser sent it; `receive` says whether it can be kept. */
  name: string
  stream: Readable
}

export interface FormAnswers {
  /** Called once, with all fields that stand before the first file. Throw to refuse the whole form. */
  onFields(fields: URLSearchParams): Promise<unknown>
  /**
   * Called for each file. What is not read of its stream is skipped. The next file may begin as soon as this one has been
   * read, even if this has not resolved yet. Throw to end the whole form; a file that cannot be kept is no reason.
   */
  onFile(file: FormFile): Promise<unknown>
}

/** So many files of one form may wait at once for their bytes to be durable. */
const atOnce = 64

/**
 * Reads an upload form as it streams in: fields first, then files (security rule 18). Resolves when the whole form was read
 * and every file dealt with. Throws what `onFields` or `onFile` threw, or an `UploadRefused`; then every file that was
 * still arriving has failed, and the rest of the request is read into nothing, so that an answer can be sent.
 */
export async function readUploadForm(
  source: Readable,
  headers: IncomingHttpHeaders,
  answers: FormAnswers
) {
  const reading = new FormReading(headers, answers)
  try {
    await reading.read(source)
  } finally {
    source.on('error', () => {})
    source.resume()
  }
}

class FormReading {
  #parser: ReturnType<typeof parserFor>
  #fields = new URLSearchParams()
  #asked?: Promise<unknown>
  /** Files begin one after the other; this is the beginning of the last one. */
  #lastBegun: Promise<void> = Promise.resolve()
  #underWay = new Set<Promise<void>>()
  #arriving = new Set<Readable>()
  #fault?: { error: unknown }
  /** What the reading waits for at present. */
  #turn = Promise.withResolvers<void>()
  /** The closing boundary may come before the end of the body; what follows it means nothing. */
  #isOver = false

  constructor(
    headers: IncomingHttpHeaders,
    readonly answers: FormAnswers
  ) {
    this.#parser = parserFor(headers)
    this.#parser.on('field', (name, value, _name, isCut) => this.#field(name, value, isCut))
    this.#parser.on('file', (_field, stream, name) => this.#file(stream, name))
    this.#parser.on('finish', () => this.#finish())
    this.#parser.on('error', (error) => this.#fail(brokenOff(error)))
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
      this.#parser.on(limit, () => this.#fail(tooMuch()))
    }
  }

  async read(source: Readable) {
    try {
      for await (const chunk of source.iterator({ destroyOnReturn: false })) {
        if (this.#isOver) continue
        await this.#step((done) => this.#parser.write(chunk, done))
        await this.#lastBegun
      }
      if (!this.#isOver) await this.#step(() => this.#parser.end())
    } catch (error) {
      this.#fail(brokenOff(error))
    }
    await this.#lastBegun
    if (!this.#fault) await this.#askOnce()
    await Promise.all(this.#underWay)
    if (this.#fault) throw this.#fault.error
  }

  /** Waits for the parser to go on, or to end, or for a fault: after the last two it may never call back. */
  #step(go: (done: () => void) => void) {
    if (this.#fault) throw this.#fault.error
    this.#turn = Promise.withResolvers<void>()
    go(this.#turn.resolve)
    return this.#turn.promise
  }

  #finish() {
    this.#isOver = true
    this.#turn.resolve()
  }

  #fail(error: unknown) {
    if (this.#fault) return
    this.#fault = { error }
    this.#turn.promise.catch(() => {})
    this.#turn.reject(error)
    for (const file of this.#arriving) file.destroy(brokenOff(error))
  }

  #field(name: string, value: string, isCut: boolean) {
    if (isCut) this.#fail(tooMuch())
    else if (!this.#asked) this.#fields.append(name, value)
  }

  #file(stream: Readable, name: string | undefined) {
    stream.on('error', () => {})
    if (!name || this.#fault) return void stream.resume()
    const file = loosened(stream)
    this.#arriving.add(file)
    file.once('close', () => this.#arriving.delete(file))
    this.#lastBegun = this.#lastBegun.then(() => this.#begin(sentName(name), file))
  }

  async #begin(name: string, stream: Readable) {
    await this.#askOnce()
    while (this.#underWay.size >= atOnce) await Promise.race(this.#underWay)
    if (this.#fault) return void stream.destroy()
    const work = this.#deal({ name, stream })
    this.#underWay.add(work)
    void work.then(() => this.#underWay.delete(work))
  }

  async #askOnce() {
    try {
      await (this.#asked ??= this.answers.onFields(this.#fields))
    } catch (error) {
      this.#fail(error)
    }
  }

  async #deal(file: FormFile) {
    try {
      await this.answers.onFile(file)
    } catch (error) {
      this.#fail(error)
    } finally {
      file.stream.destroy()
    }
  }
}
