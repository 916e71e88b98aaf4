/** A feature may use only features above it. */
export const ORDER = [
  'members',
  'signin',
  'touchpoints',
  'scenarios',
  'programs',
  'assignments',
  'reflections',
  'months',
  'followups',
  'reviews',
  'notices',
  'reminders',
  'calendar',
  'imports',
  'audit',
  'backups',
]

/** Reserved file names are the layers (round_store.ts is a store); any other file of a feature is a rule. */
const LAYER = /^(?:\w+_)?(routes|api|forms|pages|letters|actions|jobs|store)\.ts$/

interface Room {
  may: string[]
  packages: string[]
  types?: string[]
}

/** What each room may use: rooms of our own house, and packages; a star is any. `types` are for their types only. */
export const ROOMS: Record<string, Room> = {
  'main.ts': { may: ['config.ts', 'serve.ts', 'lib'], packages: [] },
  'quick_start.js': { may: [], packages: ['node:module'] },
  'lean_memory.js': { may: [], packages: ['node:worker_threads'] },
  'cli.ts': { may: ['*'], packages: ['node:*'] },
  'serve.ts': { may: ['*'], packages: [], types: ['fastify'] },
  'closing_process.ts': { may: ['context.ts', 'actions', 'db'], packages: ['node:child_process', 'node:url'] },
  'app.ts': { may: ['*'], packages: ['fastify', '@fastify/*'] },
  'jobs.ts': { may: ['context.ts', 'jobs', 'actions', 'mail', 'lib'], packages: ['node-cron'] },
  'config.ts': { may: ['lib'], packages: ['zod'] },
  'context.ts': { may: [], packages: ['node:crypto'], types: ['db'] },
  routes: {
    may: ['routes', 'forms', 'pages', 'actions', 'context.ts', 'web', 'files', 'lib'],
    packages: [],
    types: ['fastify', '@fastify/*', 'config.ts', 'rules'],
  },
  api: {
    may: ['forms', 'pages', 'actions', 'context.ts', 'web', 'files', 'lib'],
    packages: [],
    types: ['fastify', 'rules'],
  },
  forms: { may: ['forms', 'rules', 'web', 'lib'], packages: ['zod'], types: ['context.ts'] },
  pages: {
    may: ['pages', 'store', 'rules', 'charts', 'web', 'files', 'lib'],
    packages: [],
    types: ['context.ts', 'actions', 'config.ts'],
  },
  letters: { may: ['store', 'rules', 'mail', 'lib'], packages: [], types: ['context.ts'] },
  actions: {
    may: ['actions', 'store', 'rules', 'letters', 'db', 'mail', 'context.ts', 'solver', 'lib'],
    packages: ['node:util'],
  },
  jobs: { may: ['actions', 'store', 'rules', 'letters', 'mail', 'context.ts', 'lib'], packages: [] },
  store: { may: ['store', 'rules', 'db', 'lib'], packages: ['drizzle-orm'], types: ['context.ts'] },
  rules: { may: ['rules', 'solver', 'lib'], packages: [], types: ['context.ts', 'files'] },
  charts: { may: ['charts', 'lib'], packages: ['d3-scale', 'd3-shape'] },
  db: {
    may: ['db', 'lib'],
    packages: ['better-sqlite3', 'drizzle-orm', 'drizzle-kit', 'node:*'],
    types: ['context.ts'],
  },
  web: {
    may: ['web', 'lib'],
    packages: ['fastify', '@fastify/*', 'eta', 'zod', 'node:*'],
    types: ['context.ts', 'db'],
  },
  mail: { may: ['mail', 'db', 'lib'], packages: ['nodemailer', 'eta', 'node:*'], types: ['context.ts'] },
  files: { may: ['files', 'charts', 'lib'], packages: ['*'] },
  solver: { may: ['solver', 'lib'], packages: ['highs', 'node:worker_threads'] },
  lib: { may: ['lib'], packages: ['rrule-temporal', 'date-holidays', 'libphonenumber-js'] },
}

/** What a rule of the house does not hold for, each with its reason. Nothing joins this list without one. */
export const EXCEPTIONS: Record<string, Record<string, string>> = {
  packages: {
    'src/lib/when_needed.ts node:module': 'packages that are slow to load wait for their first use',
    'src/features/signin/session.ts node:crypto': 'tokens are random and only their hash is kept',
    'src/features/signin/code.ts node:crypto': 'codes are random and only their hash is kept',
  },
  clocks: {
    'src/main.ts': 'hands the clock to everybody else',
    'src/cli.ts': 'hands the clock to everybody else',
    'src/serve.ts': 'waits, and reads nothing: requests under way get a few seconds at a stop',
    'src/platform/db/shared_commit.ts': 'waits, and reads nothing: for what came in at the same moment',
    'src/jobs.ts': 'waits, and reads nothing: a job that hangs is not waited for at a stop',
    'src/platform/mail/smtp.ts': 'waits, and reads nothing: a mail server that hangs is left after a while',
  },
  randomness: {
    'src/context.ts': 'random ids, handed on as ctx.newId',
    'src/platform/db/secret.ts': 'the secret beside the database, made once',
    'src/features/signin/session.ts': 'a token must stay unguessable where history is replayed with seeded ids',
    'src/features/signin/code.ts': 'a code must stay unguessable where history is replayed with seeded ids',
  },
  process: {
    'src/closing_process.ts': 'a process of its own: it hears what is to be closed from whoever began it',
    'src/platform/files/report_process.ts': 'a process of its own: it hears and answers whoever began it',
  },
  unused: {
    'src/config.ts SETTINGS': 'README and .env.example are held to it by a test',
    'src/lib/control_chart.ts controlChart': 'the chart as its published reference gives it, for whoever compares',
    'src/platform/db/tables.ts countVersions': 'the map of the data is whole, though plain SQL reads this table',
    'src/platform/db/tables.ts participationCounts': 'the map of the data is whole, though plain SQL reads this table',
  },
  size: {
    'src/platform/db/tables.ts': 'every table: the one map of the data, read as a whole',
  },
}

/** The room a file stands in, and the feature if it belongs to one. */
export function standsIn(path: string): { room: string; feature?: string } {
  const [, top = '', second = '', ...rest] = path.split('/')
  if (top === 'features') return { room: LAYER.exec(rest.at(-1) ?? '')?.[1] ?? 'rules', feature: second }
  if (top === 'platform') return { room: second }

  return { room: top }
}

export function isAmong(name: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => one === '*' || one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))))
}

export const isException = (kind: string) => (path: string) => path in (EXCEPTIONS[kind] ?? {})
