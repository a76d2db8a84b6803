import { timeInWords } from './words.js'

const warnSeconds = 120
const presence = '/presence'

/** What one page of a browser hears of the session, its other pages need not ask. Old browsers go without. */
const otherPages = window.BroadcastChannel && new BroadcastChannel('session')

/** Warns two minutes before a session ends, and keeps what was typed usable after signing in again. */
export const sessionWatch = () => ({
  person: '',
  left: Infinity,
  lastsUntil: 0,
  cannotStay: false,
  isOver: false,

  init() {
    const { person, idleSeconds, absoluteSeconds } = this.$el.dataset
    this.person = person
    this.tell({
      person,
      idleSeconds: Number(idleSeconds),
      absoluteSeconds: Number(absoluteSeconds),
    })
    otherPages?.addEventListener('message', ({ data }) => this.hear(data))
    setInterval(() => this.tick(), 1000)
    window.addEventListener('signed-out', () => (this.isOver = true))
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && (this.isNear || this.isOver)) this.ask()
    })
  },

  tell(news) {
    this.take(news)
    if (!this.isOver) otherPages?.postMessage(news)
  },

  /** A page that was over needs the token of the new session, too. */
  hear(news) {
    if (this.isOver && news.person === this.person) this.ask()
    else this.take(news)
  },

  /** Whoever else signs in on this browser has nothing to do with what is typed here. */
  take({ person, idleSeconds, absoluteSeconds }) {
    this.isOver = person !== this.person
    if (this.isOver) return
    this.cannotStay = absoluteSeconds <= idleSeconds
    this.lastsUntil = Date.now() + Math.min(idleSeconds, absoluteSeconds) * 1000
    this.tick()
  },

  tick() {
    this.left = Math.round((this.lastsUntil - Date.now()) / 1000)
    if (this.left <= 0 && !this.isOver) this.isOver = true
  },

  async stay() {
    await this.ask()
    document.getElementById('content').focus()
  },

  /** Signed in again elsewhere, the forms of this page get the token of the new session. */
  async ask() {
    const response = await fetch(presence, { headers: { Accept: 'application/json' } })
    if (!response.ok) {
      /** A service that is busy has signed nobody out. */
      this.isOver ||= response.status < 500
      return
    }
    const { token, ...news } = await response.json()
    this.tell(news)
    if (this.isOver) return
    for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = token
  },

  get isNear() {
    return !this.isOver && this.left <= warnSeconds
  },
  get isShown() {
    return this.isNear || this.isOver
  },
  get canStay() {
    return this.isNear && !this.cannotStay
  },
  /** By the half minute, so that a screen reader is not made to read each second. */
  get sentence() {
    if (this.isOver) {
      return 'You were signed out. What you typed is still here: sign in again in another tab, then come back and go on.'
    }
    const left = timeInWords(Math.max(30, Math.ceil(this.left / 30) * 30))
    return this.cannotStay
      ? `You will be signed out in ${left}: a sign-in lasts 12 hours at most. Save what you are doing.`
      : `You will be signed out in ${left}, because nothing has happened for a while.`
  },
})
