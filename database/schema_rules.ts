import { type SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const fromShared = (name: string) => [{ source: '#app/shared/columns', namedImports: [name] }]

const json = {
  tsType: 'Record<string, any>',
  imports: fromShared('json'),
  decorators: [{ name: '@json' }],
}

/** "sha256" is one word; Lucid would look for "sha_256". */
const digest = (name: string) => ({
  tsType: 'string',
  decorators: [{ name: '@column', args: { columnName: name } }],
})

/** Instants (`…_at`) and sizes are bigint: milliseconds since 1970 in UTC, and bytes. */
export default {
  types: {
    bigint: { tsType: 'number', decorators: [{ name: '@column' }] },
    boolean: { tsType: 'boolean', imports: fromShared('flag'), decorators: [{ name: '@flag' }] },
  },
  columns: {
    id: { tsType: 'string', imports: fromShared('id'), decorators: [{ name: '@id' }] },
    created_at: { tsType: 'number', imports: fromShared('made'), decorators: [{ name: '@made' }] },
    details: json,
    payload: json,
    entries: { ...json, tsType: 'any[]' },
    before: { ...json, tsType: 'Record<string, any>' },
    after: { ...json, tsType: 'Record<string, any>' },
    sha256: digest('sha256'),
    original_sha256: digest('original_sha256'),
  },
} satisfies SchemaRules
