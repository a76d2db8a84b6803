import type { Desk } from '#app/doors/http/answers/help_acts'
import { urgencyInWords } from '#app/doors/http/forms/help_request_validator'
import type HelpRequest from '#app/support/requests/help_request'
import { standingInWords } from '#app/support/requests/help_request_standing'
import { storyForHelpers } from '#app/support/requests/help_request_story'
import { peopleAt, places, whomInWords } from '#app/support/requests/places'

/** What the page of a request shows to who helps: the same in both consoles. */
export async function helpRequestPage(asked: HelpRequest, desk: Desk) {
  return {
    ...{ asked, desk, helps: true, title: titleOf(asked) },
    urgency: urgencyInWords(asked.urgency),
    standing: standingInWords(asked, 'helper'),
    whom: await whomInWords(asked.liesWith, asked),
    story: await storyForHelpers(asked),
    placesToPass: await placesToPass(asked),
  }
}

/** Whom it can be passed to now: where somebody is, and it does not lie. */
async function placesToPass(asked: HelpRequest) {
  const options = []
  for (const value of places) {
    const people = await peopleAt(value, asked)
    if (value === asked.liesWith || !people.length) continue
    const names = await whomInWords(value, asked)
    options.push({ value, label: capital(names) })
  }
  return [{ value: '', label: 'Choose' }, ...options]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const titleOf = (asked: HelpRequest) =>
  `${asked.name}: ${asked.account.fullName} ${asked.isEnded ? 'asked' : 'asks'} for help`
