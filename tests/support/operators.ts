import { agency, person } from '#tests/support/cast'

/** Olive runs the service, in an office of her own. */
export async function anOperator(username = 'olive', fullName = 'Olive Ortiz') {
  const office = await agency(`Operations of ${username}`, `OPS-${username}`)
  return person(office, username, fullName, 'operator')
}
