import Directory from '#app/accounts/directories/directory'

/** Whether an organization's people may sign in against a directory of its own, as with Windows. */
export async function hasDirectory(organizationId: string) {
  const directory = await Directory.of(organizationId)
  return directory !== null && directory.isInUse
}
