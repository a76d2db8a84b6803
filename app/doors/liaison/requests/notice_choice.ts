import type Account from '#app/accounts/account'
import { noticeChoices } from '#app/accounts/liaisons/liaison_notices'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

export const noticesValidator = vine.create({ request_notices: vine.enum(noticeChoices) })
noticesValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Choose one of the two.',
  enum: 'Choose one of the two.',
})

const labels = {
  at_once: 'A mail at once',
  daily: 'One mail each morning at 7:00, if something waits',
}

/** How this person is told of requests, and how else it could be. */
export const noticesOf = ({ requestNotices }: Account) => ({
  chosen: requestNotices,
  choices: noticeChoices.map((value) => ({ value, label: labels[value] })),
})
