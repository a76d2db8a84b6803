import vine, { SimpleMessagesProvider } from '@vinejs/vine'

export const termsValidator = vine.create({
  terms_id: vine.string().uuid(),
  agree: vine.accepted(),
})
termsValidator.messagesProvider = new SimpleMessagesProvider({
  'agree.accepted': 'Tick the box if you agree to the terms and conditions.',
})
