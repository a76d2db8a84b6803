import { isCommon } from '#app/accounts/passwords/common_passwords'
import { isBuiltFrom } from '#app/accounts/passwords/username_in_password'

interface Rule {
  code: string
  /** What the person is shown beside the fields. */
  sentence: string
  /** What the person is told when it fails. */
  failure: string
  holds: (password: string, username: string) => boolean | Promise<boolean>
}

const lengthOf = (password: string) => [...password].length

const atLeast = (characters: number): Rule => ({
  code: 'length',
  sentence: `At least ${characters} characters`,
  failure: `Use at least ${characters} characters.`,
  holds: (password) => lengthOf(password) >= characters,
})

const letter: Rule = {
  code: 'letter',
  sentence: 'At least one letter',
  failure: 'Use at least one letter.',
  holds: (password) => /\p{L}/u.test(password),
}

const digit: Rule = {
  code: 'digit',
  sentence: 'At least one digit',
  failure: 'Use at least one digit.',
  holds: (password) => /\p{Nd}/u.test(password),
}

const always: Rule[] = [
  {
    code: 'limit',
    sentence: 'At most 128 characters; blanks count',
    failure: 'Use at most 128 characters.',
    holds: (password) => lengthOf(password) <= 128,
  },
  {
    code: 'common',
    sentence: 'Not a commonly used password',
    failure: 'This is a commonly used password, or nearly one. Choose another.',
    holds: async (password) => !(await isCommon(password)),
  },
  {
    code: 'username',
    sentence: 'Not built from your user name',
    failure: 'Choose a password that is not built from your user name.',
    holds: (password, username) => !isBuiltFrom(password, username),
  },
]

/** Security rule 7. `guide` is the service guide's own rule; `nist` is NIST SP 800-63B-4: length instead of composition. */
export const profiles = {
  guide: [atLeast(7), letter, digit, ...always],
  nist: [atLeast(15), ...always],
} satisfies Record<string, Rule[]>

type PasswordProfile = keyof typeof profiles

/** The rules of an organization; one that names no known profile gets the stronger one. */
export const rulesOf = ({ passwordProfile }: { passwordProfile: string }): Rule[] =>
  profiles[passwordProfile as PasswordProfile] ?? profiles.nist

/** Each rule that a new password breaks, in a sentence that says how to mend it. */
export async function brokenRules(
  password: string,
  { username, organization }: { username: string; organization: { passwordProfile: string } }
) {
  const composed = password.normalize('NFC')
  const broken: string[] = []
  for (const rule of rulesOf(organization)) {
    if (!(await rule.holds(composed, username))) broken.push(rule.failure)
  }
  return broken
}
