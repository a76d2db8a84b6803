import { column } from '@adonisjs/lucid/orm'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { v7 as uuidv7 } from 'uuid'

type Decorator = (target: LucidRow, property: string) => void

/** The record's id: a UUIDv7 made by the application, so that ids sort by the time they were made. */
export const id = () => filled(uuidv7, { isPrimary: true })

/** The instant at which the record was made. */
export const made = () => filled(() => Date.now())

function filled(value: () => string | number, options: { isPrimary?: boolean } = {}): Decorator {
  return (target, property) => {
    const model = target.constructor as LucidModel
    model.boot()
    model.$addColumn(property, options)
    if (options.isPrimary) model.selfAssignPrimaryKey = true
    model.before('create', (row: any) => {
      row[property] ??= value()
    })
  }
}

/** A yes or no: SQLite keeps 0 and 1. */
export const flag = () => column({ consume: Boolean })

/** A small structured value kept as JSON text, the same on both databases. */
export const json = () =>
  column({
    prepare: (value: unknown) => (value === null ? null : JSON.stringify(value)),
    consume: (value: string | null) => (value === null ? null : JSON.parse(value)),
  })
