import { sizeInWords } from './words.js'

const lost = 'The connection was lost before the file had arrived. Nothing was kept.'

/** Requests under way by item: outside of the items, which Alpine wraps, and a wrapped request does not work. */
const requests = new Map()

/** One file on its way: a request of its own, so that it can be cancelled or tried again alone. */
export class UploadItem {
  state = 'waiting'
  sentBytes = 0
  sentence = ''
  notes = ''
  waybill = ''

  /** The transfer mode is the one that was chosen with the file, whenever its turn comes. */
  constructor(id, file, mode) {
    this.id = id
    this.file = file
    this.mode = mode
    this.name = file.name
    this.size = file.size
  }

  /** Sends the file with the fields that stand before it. */
  send(form, moved) {
    return new Promise((done) => {
      const request = new XMLHttpRequest()
      request.open('POST', form.action)
      request.setRequestHeader('Accept', 'application/json')
      request.upload.addEventListener('progress', ({ loaded }) => {
        this.sentBytes = Math.min(loaded, this.size)
        moved()
      })
      request.addEventListener('load', () => done(this.answered(request)))
      request.addEventListener('error', () => done(this.ended('failed', lost)))
      request.addEventListener('abort', () => done(this.ended('cancelled', 'Cancelled.')))
      this.state = 'sending'
      this.sentence = ''
      requests.set(this.id, request)
      request.send(this.body(form))
    })
  }

  cancel() {
    if (this.state === 'waiting') this.ended('cancelled', 'Cancelled.')
    else requests.get(this.id)?.abort()
  }

  body(form) {
    const body = new FormData()
    body.append('_csrf', form.elements._csrf.value)
    body.append('mode', this.mode)
    body.append('do', 'upload')
    body.append('upload', this.file)
    return body
  }

  answered(request) {
    const answer = read(request)
    const arrival = answer.arrivals?.[0]
    if (!arrival) {
      const sentence = [answer.sentence ?? lost, answer.mend].filter(Boolean).join(' ')
      if (request.status !== 401) return this.ended('failed', sentence)
      window.dispatchEvent(new Event('signed-out'))
      return this.ended('signed_out', sentence)
    }
    this.notes = (arrival.notes ?? []).join(' ')
    this.waybill = arrival.file?.waybill ?? ''
    this.sentBytes = this.size
    const facts = arrival.file
      ? ` ${sizeInWords(arrival.file.sizeBytes)}, SHA-256 ${arrival.file.sha256.slice(0, 12)}…`
      : ''
    return this.ended(arrival.outcome === 'uploaded' ? 'done' : 'failed', arrival.sentence + facts)
  }

  ended(state, sentence) {
    requests.delete(this.id)
    this.state = state
    this.sentence = sentence
  }

  get percent() {
    return this.size ? Math.floor((100 * this.sentBytes) / this.size) : 100
  }

  get isUnderWay() {
    return this.state === 'waiting' || this.state === 'sending'
  }

  get canTryAgain() {
    return this.state === 'failed' || this.state === 'cancelled' || this.state === 'signed_out'
  }

  get words() {
    if (this.state === 'waiting') return 'Waiting'
    if (this.state !== 'sending') return `${this.sentence} ${this.notes}`.trim()
    if (this.percent === 100) return 'Being checked and stored'
    return `${sizeInWords(this.sentBytes)} of ${sizeInWords(this.size)}`
  }
}

function read(request) {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return {}
  }
}
