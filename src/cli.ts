import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { type Actor, type Context, PLAINCLOTHES, randomId } from './context.ts'
import { publishedMonths } from './features/months/published_export_pages.ts'
import { listDifferences } from './features/months/recount_store.ts'
import { planSchema, readProblem } from './features/programs/plan_forms.ts'
import { planWithProof } from './features/programs/proven_rotation.ts'
import { getReport } from './features/reviews/actions.ts'
import { inviteByEmail } from './features/signin/link_actions.ts'
import { dayIn } from './lib/days.ts'
import { Problem } from './lib/problem.ts'
import { backUp, checkDatabase, restore } from './platform/db/backup.ts'
import { exportEverything } from './platform/db/everything.ts'
import { writeNewFile } from './platform/db/new_file.ts'
import { drizzleOver, type Sqlite } from './platform/db/open.ts'
import { readAt } from './platform/db/open_for_reading.ts'
import { openForWriting } from './platform/db/open_for_writing.ts'
import { isFormat, writeReport } from './platform/files/write_report.ts'

process.env.TZ = 'UTC'
/** What is written is its owner's only: the database, its copies, the secret. */
process.umask(0o077)

const EXPORTS = `Say what, as what, and where to:
  export everything --out FILE
  export months --format csv|json --out FILE
  export review ID --format pdf|xlsx|pptx|csv|json --out FILE`

const FORMATS_OF_REVIEWS = 'A review is exported with --format pdf, xlsx, pptx, csv or json.'

/** Whoever has the file reads drafts too. */
const LEAD: Actor = { ...PLAINCLOTHES, roles: ['lead'] }

/** Each command: its words, what it does in a sentence, and the action. */
const COMMANDS: Record<string, { does: string; run: (words: string[]) => Promise<void> | void }> = {
  serve: {
    does: 'starts the server',
    run: serveCompany,
  },
  plan: {
    does: 'plans a rotation: --input problem.json prints the plan, --schema how both are written',
    run: plan,
  },
  demo: {
    does: 'shows Northwind Energy, an invented company, with a year of contacts; --fresh builds it anew',
    run: demo,
  },
  invite: { does: 'prints a one-time sign-in link for a member: invite EMAIL', run: invite },
  backup: { does: 'copies the database to a file, beside a running server: backup FILE', run: backup },
  restore: {
    does: 'puts a backup in the database’s place, and keeps what was there aside: restore FILE',
    run: restoreFrom,
  },
  export: {
    does: 'writes to a file: all of the organisation’s data, or what was published of closed months: export',
    run: exportData,
  },
  check: { does: 'reads the whole database, counts every number again and says whether it is sound', run: check },
}

try {
  const [name = 'help', ...words] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (name === 'help' || !command) {
    const lines = Object.entries(COMMANDS).map(([word, { does }]) => `  ${word.padEnd(10)} ${does}`)
    console.error(`npm run -s cli -- COMMAND\n\n${lines.join('\n')}`)
    process.exitCode = name === 'help' ? 0 : 2
  } else await command.run(words)
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exitCode = 2
}

/** The server and the demo are most of the house, which no other command waits for. */
async function serveCompany(): Promise<void> {
  const { serve } = await import('./serve.ts')
  await serve({ config: readConfig(process.env), clock, cast: [], say: console.log })
}

async function plan([option, file]: string[]): Promise<void> {
  if (option !== '--schema' && (option !== '--input' || !file))
    throw new Problem('invalid', 'Say plan --input problem.json, or plan --schema.')

  print(file ? await planWithProof(readProblem(readText(file))) : planSchema())
}

function invite([email]: string[]): void {
  if (!email) throw new Problem('invalid', 'Say whom: invite nora@northwind.example')
  const config = readConfig(process.env)
  const { db, close } = openForWriting(config.databasePath)
  try {
    const ctx: Context = { db, now: clock(), actor: PLAINCLOTHES, newId: randomId }
    console.log(`${config.baseUrl}/sign-in/one-time/${inviteByEmail(ctx, email)}`)
    console.error('It works once, within 24 hours, when Plainclothes is running. Hand it over yourself.')
  } finally {
    close()
  }
}

function backup([file]: string[]): void {
  if (!file) throw new Problem('invalid', 'Say where to: backup plainclothes-monday.db')
  backUp(readConfig(process.env).databasePath, file)
  console.log(`Copied to ${file}.`)
}

function restoreFrom([file]: string[]): void {
  if (!file) throw new Problem('invalid', 'Say from what: restore plainclothes-monday.db')
  const { databasePath } = readConfig(process.env)
  const aside = restore(databasePath, file, today())
  console.log(`${databasePath} is what ${file} was.${aside ? ` What was there before is ${aside}.` : ''}`)
}

async function exportData(words: string[]): Promise<void> {
  const asked = readExport(words)
  const { databasePath } = readConfig(process.env)
  if (asked.what === 'everything') {
    console.log(`Wrote ${exportEverything(databasePath, asked.out, today())} rows to ${asked.out}.`)
    return
  }
  const content = await contentOf(asked, databasePath)
  writeNewFile(asked.out, (write) => write(content))
  console.log(`Wrote ${asked.out}.`)
}

/** Throws a Problem, nothing written, where it cannot be told what is wanted. */
async function contentOf({ what, id, format }: Asked, databasePath: string): Promise<string | Uint8Array> {
  if (what === 'months' && (format === 'csv' || format === 'json'))
    return readAt(databasePath, (sqlite) => publishedMonths(readingContext(sqlite), format))
  if (what !== 'review' || !id) throw new Problem('invalid', EXPORTS)
  if (!isFormat(format)) throw new Problem('invalid', FORMATS_OF_REVIEWS)
  const report = readAt(databasePath, (sqlite) => getReport(readingContext(sqlite, LEAD), id))

  return (await writeReport(report, format)).bytes
}

interface Asked {
  what: string
  /** Of a review. */
  id: string | undefined
  format: string
  out: string
}

function readExport(args: string[]): Asked {
  const options = { out: { type: 'string' }, format: { type: 'string' } } as const
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const [what = '', id] = positionals
    if (positionals.length !== (what === 'review' ? 2 : 1) || !values.out) throw new Error()

    return { what, id, format: values.format ?? '', out: values.out }
  } catch {
    throw new Problem('invalid', EXPORTS)
  }
}

function readingContext(sqlite: Sqlite, actor: Actor = PLAINCLOTHES): Context {
  return { db: drizzleOver(sqlite), now: clock(), actor, newId: randomId }
}

function check(): void {
  const { databasePath } = readConfig(process.env)
  const { migrations, known } = checkDatabase(databasePath)
  const behind =
    migrations < known ? ` It has ${migrations} of ${known} migrations; the next start brings it up to date.` : ''
  const differences = behind ? [] : readAt(databasePath, (sqlite) => listDifferences(readingContext(sqlite)))
  if (differences.length > 0) throw new Problem('conflict', differencesInWords(databasePath, differences))
  console.log(`${databasePath} is sound.${behind}`)
}

function differencesInWords(databasePath: string, differences: readonly string[]): string {
  const most = 20
  const more = differences.length > most ? [`… and ${differences.length - most} more.`] : []

  return [
    `${databasePath} is whole, but not all its numbers come to what is kept:`,
    ...differences.slice(0, most),
    ...more,
  ].join('\n')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Problem('not_found', `The file ${file} cannot be read.`)
  }
}

function print(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
}

function clock(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** For the names of files. */
function today(): string {
  return dayIn('UTC', clock()).toString()
}

/** Its own database, marked as a demo's; the cast on the sign-in page is offered here and nowhere else. */
async function demo(words: string[]): Promise<void> {
  const unknown = words.find((word) => word !== '--fresh')
  if (unknown) throw new Problem('invalid', `The demo knows --fresh and nothing else, not ${unknown}.`)
  const { DEMO_PATH, layOutDemo } = await import('../seeds/demo_file.ts')
  const config = readConfig({ ...process.env, DATABASE_PATH: process.env.DATABASE_PATH || DEMO_PATH }, true)
  const laidOut = layOutDemo(config.databasePath, words.length > 0, clock(), console.log)
  const [{ serve }, { CAST }] = await Promise.all([import('./serve.ts'), import('../seeds/cast.ts'), laidOut])
  await serve({ config, clock, cast: CAST })
  console.log(`Open ${config.baseUrl} and step in as one of the cast. Ctrl+C stops it.`)
}
