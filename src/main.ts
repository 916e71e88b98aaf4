import { readConfig } from './config.ts'
import { Problem } from './lib/problem.ts'
import { serve } from './serve.ts'

process.env.TZ = 'UTC'

try {
  await serve({ config: readConfig(process.env), clock: () => Temporal.Now.instant(), cast: [] })
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exitCode = 2
}
