import { endOfDay } from '#app/shared/clock'
import service from '#config/service'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

/** A day of the service's zone as forms send it; what comes out is its last instant. */
const lastInstant = vine.createRule((value: unknown, _options: undefined, field: FieldContext) => {
  const at = endOfDay(String(value).trim(), service.timeZone)
  if (at === null) field.report('Write the day as year-month-day, like 2026-12-31.', 'day', field)
  else field.mutate(at, field)
})

const day = () => vine.string().use(lastInstant())
const line = (most: number) => vine.string().maxLength(most)
const reason = () => vine.string().trim().minLength(1).maxLength(500)

const described = {
  full_name: line(200),
  email: line(254),
  phone: line(60).nullable().optional(),
  title: line(120).nullable().optional(),
  sponsor: line(100).nullable().optional(),
  ends_on: day().nullable().optional(),
}

const first = vine.enum(['mailed_link', 'shown_once'] as const)

const messages = new SimpleMessagesProvider({
  'username.required': 'Enter the user name that the person signs in with.',
  'full_name.required': 'Enter the full name of the person.',
  'email.required': 'Enter the mail address of the person.',
  'because.required': 'Say why, in a few words. It is kept with the account.',
  'because.minLength': 'Say why, in a few words. It is kept with the account.',
  'first.enum': 'Choose how the person gets the first password.',
  'first.required': 'Choose how the person gets the first password.',
  'credential_source.enum': 'Choose where the password is kept.',
  'maxLength': 'This is too long: at most {{ max }} characters.',
  'string': 'Enter a text.',
})

export const newAccountValidator = vine.create({
  ...described,
  username: line(100),
  credential_source: vine.enum(['local', 'directory'] as const).optional(),
  must_change: vine.accepted().optional(),
  first: first.clone().optional(),
})
newAccountValidator.messagesProvider = messages

/** What the form showed when it was opened, as it was written into it. */
const seen = vine
  .string()
  .parse((value) => (typeof value === 'string' && value.length < 4000 ? value : undefined))
  .optional()

export const accountDetailsValidator = vine.create({ ...described, seen })
accountDetailsValidator.messagesProvider = messages

export const passwordVoidingValidator = vine.create({
  first,
  seen: vine.number().withoutDecimals().min(0).optional(),
})
passwordVoidingValidator.messagesProvider = messages

export const deactivationValidator = vine.create({ because: reason() })
deactivationValidator.messagesProvider = messages

export const reactivationValidator = vine.create({
  because: reason(),
  ends_on: day().nullable().optional(),
})
reactivationValidator.messagesProvider = messages
