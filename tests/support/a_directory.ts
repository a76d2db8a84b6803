import Directory from '#app/accounts/directories/directory'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'

/** A directory as an organization sets it; nobody is asked there. */
export const aDirectory = ({ id }: Organization, isInUse = true) =>
  Directory.create({
    organizationId: id,
    address: 'ldaps://directory.example.gov',
    baseDn: 'dc=example,dc=gov',
    searchDn: 'cn=search,dc=example,dc=gov',
    searchPassword: Directory.sealed(id, 'secret'),
    usernameAttribute: 'uid',
    objectIdAttribute: 'entryUUID',
    isInUse,
    changedAt: now(),
    changedByOperator: false,
  })
