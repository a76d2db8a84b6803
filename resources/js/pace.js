/** How fast bytes move, by what moved in the last seconds. */
export class Pace {
  #marks = []

  note(bytes, at = performance.now()) {
    this.#marks.push({ bytes, at })
    while (this.#marks.length > 2 && at - this.#marks[0].at > 5000) this.#marks.shift()
  }

  get bytesPerSecond() {
    const first = this.#marks[0]
    const last = this.#marks.at(-1)
    if (!first || last.at - first.at < 500) return 0
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
  }
}
