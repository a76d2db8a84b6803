import type { HttpContext } from '@adonisjs/core/http'

export type Problems = Record<string, string[]>

/** What the address of a list says, each as one line of text without what no database keeps. */
export function askedOf({ request }: Pick<HttpContext, 'request'>, names: string[]) {
  const said = request.qs()
  return Object.fromEntries(
    names.map((name) => {
      const value = typeof said[name] === 'string' ? said[name] : ''
      return [
        name,
        value
          .replace(/\p{Cc}/gu, ' ')
          .trim()
          .slice(0, 260),
      ]
    })
  )
}

/** What was asked wrongly is told beside its field; the list is the one without it. */
export function tellProblems(
  { session }: Pick<HttpContext, 'session'>,
  asked: Record<string, string>,
  problems: Problems
) {
  if (!Object.keys(problems).length) return
  /** For this page alone: nothing is carried to the next one. */
  const now = session.flashMessages
  now.set('inputErrorsBag', problems)
  for (const [name, value] of Object.entries(asked)) now.set(name, value)
}

/** What was asked and understood: the addresses of the other pages say it again. */
export const keptOf = (asked: Record<string, string>, problems: Problems) =>
  Object.fromEntries(Object.entries(asked).filter(([name, value]) => value && !(name in problems)))
