import vine from '@vinejs/vine'

/** What somebody looks for; whatever else stands in the address is as if nothing were looked for. */
export const searchValidator = vine.create({
  search: vine
    .string()
    .parse((value) => (typeof value === 'string' ? value.slice(0, 100) : undefined))
    .optional(),
})
