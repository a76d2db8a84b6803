import { nameKey } from '#app/shared/names'

interface Person {
  username: string
  fullName: string
  email?: string | null
  title?: string | null
}

/** By what an account is found and sorted in a list of people: without regard to case, the same on both databases. */
export const keysOf = ({ username, fullName, email, title }: Person) => ({
  nameKey: nameKey(fullName),
  searchKey: nameKey([username, fullName, email, title].filter(Boolean).join('\n')),
})
