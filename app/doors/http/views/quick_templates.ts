import type { Edge } from 'edge.js'

type Compile = Edge['compiler']['compile']

/**
 * Edge 6.5.1 lists the components folder on each request and compiles what is included with local variables
 * each time anew, also in production. Templates do not change there, so both are done once.
 */
export function quickTemplates(edge: Edge) {
  const { loader } = edge
  const list = loader.listComponents.bind(loader)
  let components: ReturnType<typeof list> | undefined
  loader.listComponents = () => (components ??= list())

  for (const compiler of [edge.compiler, edge.asyncCompiler]) {
    compiler.compile = remembered(compiler.compile.bind(compiler))
  }
}

function remembered(compile: Compile): Compile {
  const compiled = new Map<string, ReturnType<Compile>>()
  return (template, variables) => {
    const key = `${template}|${variables?.join() ?? ''}`
    if (!compiled.has(key)) compiled.set(key, compile(template, variables))
    return compiled.get(key)!
  }
}
