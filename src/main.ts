import { enableCompileCache } from 'node:module'
import { Problem } from './lib/problem.ts'

/** Compiling every module takes a second at each start; kept beside the packages, the second start takes less than half. */
enableCompileCache(new URL('../node_modules/.cache/plainclothes/code', import.meta.url).pathname)
process.env.TZ = 'UTC'
/** What is written is its owner's only: the database, its copies, the secret. */
process.umask(0o077)

try {
  const [{ readConfig }, { serve }] = await Promise.all([import('./config.ts'), import('./serve.ts')])
  await serve({ config: readConfig(process.env), clock: () => Temporal.Now.instant(), cast: [], say: console.log })
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exitCode = 2
}
