import { freshen, say } from './listing.js'
import { Pace } from './pace.js'
import { UploadItem } from './upload_item.js'
import { counted, sizeInWords, timeInWords } from './words.js'

/** Several connections fill a far line better than one; more would only wait for each other. */
const atOnce = 3
let lastId = 0
let pace = new Pace()

/** The monitor of uploads on a folder's page: chosen or dropped files, each on its way by itself. */
export const uploads = () => ({
  items: [],
  isOver: false,
  paceInWords: '',

  init() {
    const main = document.querySelector('main')
    for (const kind of ['dragenter', 'dragover']) {
      main.addEventListener(kind, (event) => this.over(event))
    }
    main.addEventListener('dragleave', (event) => {
      if (!main.contains(event.relatedTarget)) this.isOver = false
    })
    main.addEventListener('drop', (event) => this.dropped(event))
    window.addEventListener('beforeunload', (event) => {
      if (this.isBusy) event.preventDefault()
    })
  },

  over(event) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    this.isOver = true
  },

  dropped(event) {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    this.isOver = false
    const isFolder = (item) => item.webkitGetAsEntry?.()?.isDirectory
    const files = [...event.dataTransfer.items]
      .filter((item) => item.kind === 'file' && !isFolder(item))
      .map((item) => item.getAsFile())
    if (!files.length) return say('A folder cannot be uploaded: put its files into a ZIP first.')
    this.add(files)
  },

  /** Without a chosen file the form goes its usual way, and the server says what is missing. */
  start(event) {
    const input = this.$refs.input
    if (!input.files.length) return
    event.preventDefault()
    this.add([...input.files])
    input.value = ''
  },

  add(files) {
    if (!this.isBusy) this.items = []
    pace = new Pace()
    const mode = this.form.elements.mode.value
    this.items.push(...files.map((file) => new UploadItem(++lastId, file, mode)))
    say(`Uploading ${counted(files.length, 'file')}.`)
    this.next()
  },

  next() {
    const sending = this.items.filter(({ state }) => state === 'sending').length
    const waiting = this.items.filter(({ state }) => state === 'waiting')
    for (const item of waiting.slice(0, Math.max(0, atOnce - sending))) {
      item.send(this.form, () => this.moved()).then(() => this.settled(item))
    }
  },

  moved() {
    pace.note(this.sentBytes)
    const speed = pace.bytesPerSecond
    const left = speed ? (this.allBytes - this.sentBytes) / speed : 0
    this.paceInWords = speed
      ? `${sizeInWords(this.sentBytes)} of ${sizeInWords(this.allBytes)}, ${sizeInWords(speed)} a second, about ${timeInWords(left)} left`
      : ''
  },

  async settled(item) {
    if (item.canTryAgain) pace = new Pace()
    this.next()
    if (this.isBusy) return
    this.paceInWords = ''
    say(this.summary)
    await freshen(location.href)
  },

  cancelAll() {
    for (const item of this.items.filter(({ isUnderWay }) => isUnderWay)) item.cancel()
  },

  tryAgain(item) {
    item.sentBytes = 0
    item.ended('waiting', '')
    pace = new Pace()
    this.next()
  },

  get form() {
    return this.$root.closest('form')
  },
  get isBusy() {
    return this.items.some(({ isUnderWay }) => isUnderWay)
  },
  /** What failed or was cancelled is nothing that anybody waits for. */
  get expected() {
    return this.items.filter(({ canTryAgain }) => !canTryAgain)
  },
  get allBytes() {
    return this.expected.reduce((sum, { size }) => sum + size, 0)
  },
  get sentBytes() {
    return this.expected.reduce((sum, { sentBytes }) => sum + sentBytes, 0)
  },
  get percent() {
    return this.allBytes ? Math.floor((100 * this.sentBytes) / this.allBytes) : 100
  },
  get summary() {
    const done = this.items.filter(({ state }) => state === 'done').length
    const rest = this.items.length - done
    if (this.isBusy) return `Uploading ${counted(this.items.length, 'file')}`
    return `Uploaded ${counted(done, 'file')}${rest ? `, ${rest} not uploaded` : ''}.`
  },
})
