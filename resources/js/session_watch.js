import { timeInWords } from './words.js'

const warnSeconds = 120
const presence = '/presence'

/** Warns two minutes before a session ends, and keeps what was typed usable after signing in again. */
export const sessionWatch = () => ({
  left: Infinity,
  lastsUntil: 0,
  cannotStay: false,
  isOver: false,

  init() {
    this.take(this.$el.dataset)
    setInterval(() => this.tick(), 1000)
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && (this.isNear || this.isOver)) this.ask()
    })
  },

  take({ idleSeconds, absoluteSeconds }) {
    const seconds = Math.min(Number(idleSeconds), Number(absoluteSeconds))
    this.cannotStay = Number(absoluteSeconds) <= warnSeconds
    this.lastsUntil = Date.now() + seconds * 1000
    this.isOver = false
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
      this.isOver = true
      return
    }
    const answer = await response.json()
    for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = answer.token
    this.take(answer)
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
