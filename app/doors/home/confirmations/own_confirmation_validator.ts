import vine from '@vinejs/vine'

/** Who confirms is known by the sign-in, never by the form. */
export const ownConfirmationValidator = vine.create({
  program: vine.string().uuid(),
  entry: vine.string().uuid(),
  seen: vine.string().maxLength(64),
})
