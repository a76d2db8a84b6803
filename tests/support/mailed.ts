import { delivered } from '#tests/support/letters'

/** Delivers what waits in the outbox, and answers with the letters that arrived: to whom, about what, and their words. */
export async function mailed() {
  return (await delivered()).map(({ envelopeTo, subject, text }) => ({
    to: envelopeTo[0],
    subject: subject!,
    text: text!,
  }))
}

/** The way that a letter leads, as a path. */
export const pathIn = (text: string) =>
  /https?:\/\/[^/\s]+(\/(?:activate|password)\/\S+)/.exec(text)![1]
