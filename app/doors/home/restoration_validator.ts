import vine from '@vinejs/vine'

/** Whether a name can be kept is the files room's business. */
export const restorationValidator = vine.create({
  name: vine.string().optional(),
})

export const undoValidator = vine.create({
  files: vine.array(vine.string().uuid()).minLength(1).maxLength(100),
})

export const reversionValidator = vine.create({
  version: vine.number().withoutDecimals().min(1).max(1_000_000),
})
