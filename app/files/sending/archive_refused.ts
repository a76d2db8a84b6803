import { Refusal } from '#app/audit/refusal'

/** Why files are not sent together: nothing was wrong with asking. */
export class ArchiveRefused extends Refusal {
  constructor(code: 'none' | 'gone' | 'too_many' | 'too_large', sentence: string) {
    super({ allowed: false, code: `archive.${code}`, sentence })
  }

  get sentence() {
    return this.decision.sentence
  }
}
