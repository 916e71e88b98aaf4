import { readFileSync } from 'node:fs'
import { readConfig } from './config.ts'
import { planSchema, readProblem } from './features/programs/plan_forms.ts'
import { planRotation } from './features/programs/rotation.ts'
import { Problem } from './lib/problem.ts'
import { serve } from './serve.ts'

process.env.TZ = 'UTC'
/** What is written is its owner's only: the database, its copies, the secret. */
process.umask(0o077)

/** Each command: its words, what it does in a sentence, and the action. */
const COMMANDS: Record<string, { does: string; run: (words: string[]) => Promise<void> | void }> = {
  serve: {
    does: 'starts the server',
    run: () => serve({ config: readConfig(process.env), clock, cast: [], say: console.log }).then(() => undefined),
  },
  plan: {
    does: 'plans a rotation: --input problem.json prints the plan, --schema how both are written',
    run: plan,
  },
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

function plan([option, file]: string[]): void {
  if (option !== '--schema' && (option !== '--input' || !file))
    throw new Problem('invalid', 'Say plan --input problem.json, or plan --schema.')

  print(file ? planRotation(readProblem(readText(file))) : planSchema())
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
