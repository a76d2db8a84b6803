import vine, { SimpleMessagesProvider } from '@vinejs/vine'

export const termsValidator = vine.create({
  terms_id: vine.string().uuid(),
  agree: vine.accepted(),
})

const tick = 'Tick the box if you agree to the terms and conditions.'
termsValidator.messagesProvider = new SimpleMessagesProvider({
  'agree.required': tick,
  'agree.accepted': tick,
})
