import { accessByRoute } from '#app/doors/http/access/declared_access'
import router from '@adonisjs/core/services/router'
import { v7 as uuidv7 } from 'uuid'

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Verb = (typeof verbs)[number]
export const isUnsafe = (verb: Verb) => !['GET', 'HEAD'].includes(verb)

interface Door {
  name: string
  verb: Verb
  path: string
  access: string
}

/** Every route with every method that it answers, as an address that leads to it. */
export const everyDoor = (): Door[] =>
  accessByRoute(router).flatMap(({ name, pattern, methods, access }) =>
    verbs
      .filter((verb) => methods.includes(verb))
      .map((verb) => ({ name: name!, verb, path: pathOf(pattern), access: access[0] }))
  )

/** Every address with every method, whether there is such a route or not. */
export function everyAddress() {
  const paths = [...new Set(everyDoor().map(({ path }) => path))]
  return paths.flatMap((path) => verbs.map((verb) => ({ verb, path })))
}

const pathOf = (pattern: string) =>
  pattern
    .replace('*', 'no/such/place')
    .replace(':manner', 'text')
    .replace(/:[a-z_]+\??/g, () => uuidv7())
