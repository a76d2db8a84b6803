import { permit } from '#app/audit/decide'
import Program from '#app/support/records/program'
import type { HttpContext } from '@adonisjs/core/http'

/** The program that a page of the editor is about, of the liaison's own agency. */
export async function keptProgram({ auth, params }: Pick<HttpContext, 'auth' | 'params'>) {
  const liaison = auth.getUserOrFail()
  const program = await Program.findFor(liaison, params.program_id ?? params.id)
  await permit(liaison, 'program.keep', program)
  return { liaison, program }
}
