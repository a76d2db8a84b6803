import { configApp } from '@adonisjs/eslint-config'

/** Rooms in the order in which they may know each other: each may import those before it (architecture.md). */
const rooms = [
  ['shared'],
  ['audit'],
  ['messages', 'schedule'],
  ['organizations'],
  ['accounts'],
  ['folders'],
  ['files'],
  ['retention', 'enrollment', 'support', 'automations'],
]

/** Not yet known to a room: those after it, its neighbours, and every door. */
const boundaries = rooms.flatMap((tier, at) =>
  tier.map((room) => {
    const strangers = rooms
      .slice(at)
      .flat()
      .filter((other) => other !== room)
    return {
      files: [`app/${room}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: `^#app/(${strangers.join('|') || '-'})/`,
                message: 'A room knows only the rooms below it.',
              },
              { regex: '^#app/doors/', message: 'Nobody imports a door.' },
              {
                regex: '^@adonisjs/(core/http|session|shield)',
                message: 'A room knows nothing of HTTP.',
              },
            ],
          },
        ],
      },
    }
  })
)

const doors = ['public', 'home', 'liaison', 'help_desk', 'operations', 'sftp', 'uploads', 'console']
const doorways = doors.map((door) => ({
  files: [`app/doors/${door}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^#app/doors/(${doors.filter((other) => other !== door).join('|')})/`,
            message: 'Doors do not import each other; only doors/http/ is common.',
          },
        ],
      },
    ],
  },
}))

const oneSpelling = {
  files: ['app/**/*.ts'],
  ignores: ['app/shared/transaction.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: "CallExpression[callee.property.name='transaction']",
        message: 'Write through inTransaction (#app/shared/transaction): one way to write.',
      },
      {
        selector: "MemberExpression[object.name='bouncer']",
        message: 'Permission has one spelling: decide and permit (#app/audit/decide).',
      },
    ],
  },
}

/** No compiler reads these: a name that nobody declared would show when somebody starts the service. */
const names = ['Buffer', 'clearTimeout', 'console', 'process', 'setInterval', 'setTimeout', 'URL']
const untyped = {
  files: ['bin/**/*.mjs'],
  languageOptions: { globals: Object.fromEntries(names.map((name) => [name, 'readonly'])) },
  rules: { 'no-undef': 'error' },
}

export default configApp(
  { ignores: ['.adonisjs', 'build', 'database/schema.ts', 'public', 'storage', 'tmp'] },
  ...boundaries,
  ...doorways,
  oneSpelling,
  untyped,
  {
    files: ['bench/**/*.ts', 'tests/**/*.ts'],
    rules: { '@unicorn/no-await-expression-member': 'off' },
  }
)
