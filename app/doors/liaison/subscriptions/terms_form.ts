import { endOf, lastDay } from '#app/doors/http/forms/last_day'
import { line, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import { levels } from '#app/folders/reach'
import type { AskedTerms } from '#app/folders/subscriptions/terms_asked'
import type { Instant } from '#app/shared/clock'
import service from '#config/service'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const terms = {
  level: vine.enum(levels),
  shown_as: lineOrNothing(255),
  purpose: lines(500).nullable(),
  agreement_number: lineOrNothing(100),
  ends_on: lastDay().optional(),
  is_signed_by_sponsor: vine.accepted().optional(),
}

/** What a person typed of the terms, in the form for new subscriptions and in that for a change. */
interface TypedTerms {
  level: AskedTerms['level']
  shown_as: string | null
  purpose: string | null
  agreement_number: string | null
  ends_on?: string | null
  is_signed_by_sponsor?: unknown
}

export const termsFrom = (typed: TypedTerms): AskedTerms => ({
  level: typed.level,
  shownAs: typed.shown_as,
  purpose: typed.purpose,
  agreementNumber: typed.agreement_number,
  expiresAt: typed.ends_on ? endOf(typed.ends_on) : null,
})

const writtenDay = new Intl.DateTimeFormat('en-CA', { timeZone: service.timeZone })

/** A day as date fields take it: "2027-01-31". */
export const dayField = (at: Instant | null) => (at ? writtenDay.format(at) : undefined)

const messages = new SimpleMessagesProvider({
  'level.required': 'Choose an access level.',
  'level.enum': 'Choose an access level.',
  'ends_on.regex': 'Write the end date as year, month and day: 2027-01-31.',
  'people.required': 'Name at least one person.',
  'people.maxLength': 'Name at most 100 people at a time.',
  'folder.required': 'Say which folder: its path, or a part of its name.',
  'because.required': 'Say why: the other side reads it.',
  'username.required': 'Write the user name of somebody of your organization.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

export const changeValidator = vine.create(terms)

/** One of a list, or the empty choice. */
const orNothing = () =>
  vine
    .string()
    .parse((value) => value || null)
    .uuid()
    .nullable()

export const subscribeValidator = vine.create({
  ...terms,
  folder: lineOrNothing(300),
  folder_id: orNothing(),
  organization: orNothing(),
  people: lines(30_000),
})

export const reasonValidator = vine.create({ because: lines(500) })
export const usernameValidator = vine.create({ username: line(100) })

for (const validator of [changeValidator, subscribeValidator, reasonValidator, usernameValidator]) {
  validator.messagesProvider = messages
}
