import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import type { Cast, Lines } from '#tests/support/grid/line'

/** Who keeps the quick references of DOL: her liaisons, and nobody else. */
const keepers = {
  answers: {
    ada: 'liaison.only',
    lena: 'yes',
    otto: 'liaison.only',
    olga: 'organization.unknown',
  },
  byRole: { liaison: 'yes' },
} as const

export const aProgram = async ({ lena }: Cast) => {
  const program = await createProgram(lena, 'SRR')
  return program instanceof Program ? program : new Program()
}

export const records = {
  'program.list': { object: ({ dol }) => dol, ...keepers },
  'program.create': { object: ({ dol }) => dol, ...keepers },
  'program.keep': { object: aProgram, ...keepers },
} satisfies Lines
