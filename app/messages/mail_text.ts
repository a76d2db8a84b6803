import service from '#config/service'
import type { Instant } from '#app/shared/clock'
import app from '@adonisjs/core/services/app'
import { Edge } from 'edge.js'

/** The views of mails are plain text, in which nothing is escaped: here `{{ name }}` prints a name as it is. */
export const mailTexts = Edge.create({ cache: app.inProduction }).mount(app.viewsPath())
mailTexts.processor.process('raw', ({ raw }) =>
  raw.replace(/(?<![{@])\{\{(?!\{|--)(.+?)\}\}(?!\})/g, '{{{$1}}}')
)
mailTexts.global('service', service)
mailTexts.global('when', when)
mailTexts.global('link', (path: string) => service.url + path)

/** A mail's text, with the closing lines that all mails share. */
export async function mailText(view: string, data: Record<string, unknown>) {
  const text = await mailTexts.render(view, data)
  return mailTexts.render('mails/layout', { text: text.trim() })
}

function when(instant: Instant) {
  return new Intl.DateTimeFormat('en-US', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: service.timeZone,
  })
    .format(instant)
    .concat(' ', zoneName(instant))
}

function zoneName(instant: Instant) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: service.timeZone,
    timeZoneName: 'short',
  })
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value
}
