import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { closeApart } from './closing_process.ts'
import type { Config } from './config.ts'
import { type Context, PLAINCLOTHES, randomId, randomShare } from './context.ts'
import { Plannings } from './features/programs/large_plan_actions.ts'
import type { CastMember } from './features/signin/pages.ts'
import { renewSetUpLink } from './features/signin/setup_actions.ts'
import { type RunningJobs, startJobs } from './jobs.ts'
import { ClockWatch } from './lib/clock_watch.ts'
import { codeOf, Problem } from './lib/problem.ts'
import { openForWriting } from './platform/db/open_for_writing.ts'
import { secretBeside } from './platform/db/secret.ts'
import { newBreaker } from './platform/mail/breaker.ts'
import { openPostman } from './platform/mail/smtp.ts'
import { type UnderWay, watchRequests } from './platform/web/under_way.ts'

export interface ServeParts {
  config: Config
  clock: () => Temporal.Instant
  cast: readonly CastMember[]
  /** Where the set-up link of an empty installation is said; missing where there is always an admin. */
  say?: (sentence: string) => void
}

/** Database, migrations, app, jobs, and a graceful stop. Throws a Problem, nothing begun, if one of them cannot be. */
export async function serve({ config, clock, cast, say }: ServeParts): Promise<FastifyInstance> {
  const secret = config.sessionSecret ?? secretBeside(config.databasePath)
  const database = openForWriting(config.databasePath)
  const context = (): Context => ({ db: database.db, now: clock(), actor: PLAINCLOTHES, newId: randomId })
  const plannings = new Plannings({ complain: (err) => app.log.error({ err }, 'a plan failed') })
  const means = meansOf(config, context, plannings)
  let jobs: RunningJobs | undefined

  const app = await buildApp({
    ...{ db: database.db, clock, cast, newId: randomId, log: true, plannings, watch: means.watch },
    config: { ...config, sessionSecret: secret },
    sendLetters: () => setImmediate(() => jobs?.runNow('send letters')),
  })
  app.addHook('onClose', async () => {
    means.end()
    database.close()
  })
  const underWay = await listen(app, config)
  jobs = startJobs(means, (job, err) => app.log.error({ err, job }, 'a job failed'))
  stopGracefully(app, jobs, underWay)
  const link = renewSetUpLink(context(), config.baseUrl)
  if (link) say?.(`Nobody is here yet. Open this link within 24 hours to set up Plainclothes:\n${link}`)

  return app
}

function meansOf({ smtpUrl, mailFrom, baseUrl, databasePath }: Config, context: () => Context, plannings: Plannings) {
  const closeElsewhere = () => closeApart(databasePath, context().now)
  const postman = smtpUrl ? openPostman(smtpUrl, mailFrom) : undefined
  const end = () => {
    plannings.endAll()
    postman?.close()
  }

  return {
    ...{ context, postman, breaker: newBreaker(randomShare), chance: randomShare, baseUrl },
    ...{ plannings, closeElsewhere, end, watch: new ClockWatch() },
  }
}

/** How long requests under way may take at a stop. Milliseconds. */
const PATIENCE_AT_STOP = 5_000

/** Jobs first, so that none works on a closed database; then requests under way are answered. A second signal stops at once. */
function stopGracefully(app: FastifyInstance, jobs: RunningJobs, underWay: UnderWay): void {
  const stop = async () => {
    await jobs.stop()
    const stopped = app.close()
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_AT_STOP).unref()
    underWay.closeOnceAnswered()
    await stopped
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      void stop()
    })
}

async function listen(app: FastifyInstance, config: Config): Promise<UnderWay> {
  const underWay = watchRequests(app.server)
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    throw unheard(error, config)
  }

  return underWay
}

function unheard(error: unknown, config: Config): unknown {
  if (codeOf(error) === 'EADDRINUSE')
    return new Problem('unavailable', `Port ${config.port} is taken. Set PORT to another one.`)
  if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error)))
    return new Problem(
      'unavailable',
      `Cannot listen on ${config.host}:${config.port}. Set HOST and PORT to ones that are free.`,
    )

  return error
}
