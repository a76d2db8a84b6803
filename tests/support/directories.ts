import Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import { theService } from '#app/audit/actor'
import type Organization from '#app/organizations/organization'
import service from '#config/service'
import { now } from '#app/shared/clock'
import { base, DirectoryServer, searchDn, searchPassword } from '#tests/support/directory_server'
import { without } from '#tests/support/programs'
import type { Group } from '@japa/runner/core'

/** A running OpenLDAP for all tests of a group; they are skipped where there is none. */
export function withDirectoryServer(group: Group) {
  const held: { server?: DirectoryServer } = {}
  const absent = without('slapd', 'ldapadd', 'openssl')
  group.tap((test) => void test.skip(...absent))
  group.setup(async () => {
    service.allowsLoopbackDirectories = true
    if (!absent[0]) held.server = await DirectoryServer.start()
    return async () => {
      service.allowsLoopbackDirectories = false
      await held.server?.remove()
    }
  })
  return () => held.server!
}

/** The organization's people sign in with that directory, as if an operator or its liaison had set it up. */
export function aDirectory(
  organization: Organization,
  server: DirectoryServer,
  more: Partial<Directory> = {}
) {
  return Directory.create({
    organizationId: organization.id,
    address: server.address(),
    caCertificate: server.caCertificate.trim(),
    baseDn: base,
    searchDn,
    searchPassword: Directory.sealed(organization.id, searchPassword),
    usernameAttribute: 'uid',
    objectIdAttribute: 'entryUUID',
    isInUse: true,
    changedAt: now(),
    changedByOperator: false,
    ...more,
  })
}

/** Somebody whose password the directory keeps. */
export const directoryPerson = (organization: Organization, username: string) =>
  Account.open(theService, {
    organization,
    username,
    fullName: `${username} of the directory`,
    email: `${username}@example.gov`,
    credentialSource: 'directory',
  })

/** What a liaison types into the form for that directory. */
export const typedFor = (server: DirectoryServer, more: Record<string, string> = {}) => ({
  address: server.address(),
  ca_certificate: server.caCertificate,
  base_dn: base,
  search_dn: searchDn,
  search_password: searchPassword,
  username_attribute: 'uid',
  object_id_attribute: 'entryUUID',
  is_in_use: 'true',
  ...more,
})
