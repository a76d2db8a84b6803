import { isOneAddress } from '#app/messages/tell'
import vine from '@vinejs/vine'

/** The body parser leaves blanks where they are, for a password may have them; nothing else does. */
const tidied = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFC').trim() || null : (value ?? null)

const noControls = /^\P{Cc}*$/u
/** Line breaks are fine where there is room for several lines; a NUL is nothing that PostgreSQL keeps. */
const noOtherControls = /^[^\p{Cc}]*(?:[\r\n\t]+[^\p{Cc}]*)*$/u

/** One line of a form that must be filled in. */
export const line = (most: number) => vine.string().parse(tidied).maxLength(most).regex(noControls)

/** One line that may stay empty: null then. */
export const lineOrNothing = (most: number) => line(most).nullable()

/** Several lines that must be filled in. */
export const lines = (most: number) =>
  vine.string().parse(tidied).maxLength(most).regex(noOtherControls)

const oneAddress = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && isOneAddress(value)) return
  field.report('This is no mail address. It reads like name@agency.gov.', 'address', field)
})

export const address = () => line(254).use(oneAddress())

export const addressOrNothing = () => address().nullable()
