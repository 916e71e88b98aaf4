import { readConfig } from './config.ts'
import { Problem } from './lib/problem.ts'
import { serve } from './serve.ts'

process.env.TZ = 'UTC'
/** What is written is its owner's only: the database, its copies, the secret. */
process.umask(0o077)

try {
  await serve({ config: readConfig(process.env), clock: () => Temporal.Now.instant(), cast: [], say: console.log })
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exitCode = 2
}
