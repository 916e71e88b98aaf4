import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { type Context, PLAINCLOTHES, randomId } from './context.ts'
import type { CastMember } from './features/signin/pages.ts'
import { startJobs } from './jobs.ts'
import { Problem } from './lib/problem.ts'
import { holdDatabase } from './platform/db/lock.ts'
import { migrateDatabase } from './platform/db/migrate.ts'
import { drizzleOver, openDatabase } from './platform/db/open.ts'

export interface ServeParts {
  config: Config
  clock: () => Temporal.Instant
  cast: readonly CastMember[]
}

/** Database, migrations, app, jobs, and a graceful stop. Throws a Problem, nothing begun, if one of them cannot be. */
export async function serve({ config, clock, cast }: ServeParts): Promise<FastifyInstance> {
  const held = holdDatabase(config.databasePath)
  const sqlite = openDatabase(config.databasePath)
  migrateDatabase(sqlite, config.databasePath)
  const db = drizzleOver(sqlite)
  const context = (): Context => ({ db, now: clock(), actor: PLAINCLOTHES, newId: randomId })

  const app = await buildApp({ db, clock, newId: randomId, config, cast, log: true })
  const jobs = await startJobs(context, (job, err) => app.log.error({ err, job }, 'a job failed'))
  await listen(app, config)
  const stop = async () => {
    jobs.stop()
    await app.close()
    sqlite.close()
    held.release()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

  return app
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE')
      throw new Problem('unavailable', `Port ${config.port} is taken. Set PORT to another one.`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new Problem(
        'unavailable',
        `Cannot listen on ${config.host}:${config.port}. Set HOST and PORT to ones that are free.`,
      )
    throw error
  }
}
