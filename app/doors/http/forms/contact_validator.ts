import { addressOrNothing, lineOrNothing } from '#app/doors/http/forms/fields'
import type { PublishedContact } from '#app/organizations/organization'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** What an agency shows to everybody. A check box that is not ticked is not sent at all. */
export const contactValidator = vine.create({
  published_phone: lineOrNothing(60),
  published_email: addressOrNothing(),
  publishes_liaisons: vine.accepted().optional(),
})
contactValidator.messagesProvider = new SimpleMessagesProvider({
  maxLength: 'Use at most {{ max }} characters.',
  regex: 'Use letters, digits and signs only.',
  string: 'Write this as text.',
})

interface Typed {
  published_phone: string | null
  published_email: string | null
  publishes_liaisons?: unknown
}

export const contactFrom = (typed: Typed): PublishedContact => ({
  publishedPhone: typed.published_phone,
  publishedEmail: typed.published_email,
  publishesLiaisons: typed.publishes_liaisons !== undefined,
})
