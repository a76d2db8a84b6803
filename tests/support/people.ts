import Account from '#app/accounts/account'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { insertAll } from '#app/shared/insert_all'

/** So many people of somebody's organization, half of whom came and a third of whom go, with names that are often alike. */
export function somePeople(of: Account, count: number) {
  const people = Array.from({ length: count }, (_, at) =>
    new Account().fill({
      organizationId: of.organizationId,
      username: `person.${at}`,
      usernameKey: `person.${at}`,
      fullName: `Person Number ${at % 40}`,
      email: `person.${at}@example.gov`,
      credentialSource: 'local',
      mustChangePassword: at % 5 === 0,
      requestNotices: 'at_once',
      lastSignedInAt: at % 2 ? now() - (at % 7) * day : null,
      endsAt: at % 3 ? null : now() + (1 + (at % 60)) * day,
    })
  )
  return inTransaction((trx) => insertAll(people, trx))
}
