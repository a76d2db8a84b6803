import type { HttpRouterService } from '@adonisjs/core/types'

const declarations = ['anyone', 'signedIn', 'admitted']

/** Every route says who may come to it, once; otherwise the application does not start (security rule 1). */
export function assertAccessIsDeclared(router: HttpRouterService) {
  router.commit()
  const undeclared = accessByRoute(router).filter(({ access }) => access.length !== 1)
  if (undeclared.length) {
    const names = undeclared.map(
      ({ pattern, access }) => `${pattern} (${access.join(', ') || 'none'})`
    )
    throw new Error(`Each route declares exactly one access: ${names.join('; ')}`)
  }
}

/** All routes with what they declare; the tests walk this list. */
export function accessByRoute(router: HttpRouterService) {
  return Object.values(router.toJSON())
    .flat()
    .map((route) => ({
      name: route.name,
      pattern: route.pattern,
      methods: route.methods,
      access: [...route.middleware.all()]
        .map((middleware) => ('name' in middleware ? middleware.name : undefined))
        .filter((name): name is string => declarations.includes(name ?? '')),
    }))
}
