const isSecret = /password|passphrase|token|secret|answer|^_/i

export const isSecretName = (name: string) => isSecret.test(name)

/** What a person typed into a form, without what is written down nowhere: passwords, answers, tokens, at any depth. */
export function withoutSecrets(typed: unknown): unknown {
  if (Array.isArray(typed)) return typed.map(withoutSecrets)
  if (typed === null || typeof typed !== 'object') return typed
  const open = Object.entries(typed).filter(([name]) => !isSecretName(name))
  return Object.fromEntries(open.map(([name, value]) => [name, withoutSecrets(value)]))
}
