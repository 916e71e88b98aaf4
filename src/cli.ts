import { readConfig } from './config.ts'
import { Problem } from './lib/problem.ts'
import { serve } from './serve.ts'

process.env.TZ = 'UTC'

/** Each command: its words, what it does in a sentence, and the action. */
const COMMANDS: Record<string, { does: string; run: (words: string[]) => Promise<void> | void }> = {
  serve: {
    does: 'starts the server',
    run: () => serve({ config: readConfig(process.env), clock, cast: [] }).then(() => undefined),
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

function clock(): Temporal.Instant {
  return Temporal.Now.instant()
}
