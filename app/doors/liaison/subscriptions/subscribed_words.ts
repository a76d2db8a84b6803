import { levelWords } from '#app/folders/subscriptions/level_words'
import type { Subscribed } from '#app/folders/subscriptions/subscribing'

/** What a form did, in sentences. Of people elsewhere it knows only what was typed. */
export function subscribedInWords({ started, offered, already }: Subscribed) {
  const said = started.map(
    ({ account, level }) =>
      `${account.actorName} can open it now, as ${levelWords[level].name.toLowerCase()}. A mail is on its way.`
  )
  if (offered.length) {
    const names = offered.map(({ named }) => named).join(', ')
    const { askedOrganization } = offered[0]
    said.push(
      `Offered to ${names}. Whoever speaks for ${askedOrganization.name} accepts or declines, and you are told. Until then nobody there sees anything of it.`
    )
  }
  if (already.length) said.push(`Unchanged, for it is so already: ${already.join('; ')}.`)
  return said
}
