import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Config } from './config.ts'
import { assignmentRoutes } from './features/assignments/routes.ts'
import { outboxRoutes } from './features/audit/outbox_routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { calendarRoutes } from './features/calendar/routes.ts'
import { ownFollowups } from './features/followups/pages.ts'
import { followupRoutes } from './features/followups/routes.ts'
import { absenceRoutes } from './features/members/absence_routes.ts'
import { departmentRoutes } from './features/members/department_routes.ts'
import { CAPABILITIES, type Capability, may } from './features/members/member.ts'
import { organisationRoutes } from './features/members/organisation_routes.ts'
import { memberRoutes } from './features/members/routes.ts'
import { findOrganisation } from './features/members/store.ts'
import { closingRoutes } from './features/months/closing_routes.ts'
import { monthRoutes } from './features/months/routes.ts'
import { ownHeard } from './features/notices/heard_pages.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { Plannings } from './features/programs/large_plan_actions.ts'
import { programRoutes } from './features/programs/routes.ts'
import { reflectionRoutes } from './features/reflections/routes.ts'
import { reminderRoutes } from './features/reminders/routes.ts'
import { reviewRoutes } from './features/reviews/routes.ts'
import { scenarioRoutes } from './features/scenarios/routes.ts'
import { findSession } from './features/signin/actions.ts'
import type { CastMember } from './features/signin/pages.ts'
import { type SignInOptions, signInRoutes } from './features/signin/routes.ts'
import { hasStepsToTake, wayToStart } from './features/signin/setup_pages.ts'
import { setUpRoutes } from './features/signin/setup_routes.ts'
import { youRoutes } from './features/signin/you_routes.ts'
import { touchpointRoutes } from './features/touchpoints/routes.ts'
import type { ClockWatch } from './lib/clock_watch.ts'
import { dayIn } from './lib/days.ts'
import { namesIn } from './lib/written_out.ts'
import { isMailFailing } from './platform/db/letters.ts'
import { type Db, readAnything } from './platform/db/open.ts'
import { changeCount } from './platform/db/unchanged.ts'
import { ADDRESSES } from './platform/web/addresses.ts'
import { type Asset, readAssets, serveAssets } from './platform/web/assets.ts'
import { refuseCrossSite } from './platform/web/csrf.ts'
import { closeDoors, type DooredRoute } from './platform/web/doors.ts'
import { answerProblems, keepOfflinePage } from './platform/web/errors.ts'
import { parseFields } from './platform/web/fields.ts'
import { sendSafetyHeaders } from './platform/web/headers.ts'
import { BODY_LIMIT, TIMEOUTS } from './platform/web/limits.ts'
import { type Frame, renderPages } from './platform/web/render.ts'
import { NOBODY, readSessions } from './platform/web/session.ts'

export interface AppParts {
  db: Db
  clock: () => Temporal.Instant
  newId: () => string
  config: Config
  /** The demo's cast by key; empty everywhere else. */
  cast: readonly CastMember[]
  /** Sends what is waiting now rather than at the next tick; missing where nothing is sent. */
  sendLetters?: () => void
  /** True: to the console; or whoever hears each line. */
  log?: boolean | { write: (line: string) => void }
  /** Works large plans out beside everything else; shared with the jobs, so that both do not work on the same. */
  plannings?: Plannings
  /** What the jobs think of the clock; missing where none run. */
  watch?: ClockWatch
  /** Read already, for whoever builds many; read anew unless given. */
  assets?: Map<string, Asset>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its door, for the test that walks them. */
    routesWithDoors: DooredRoute[]
  }
}

/** The navigation: what each capability opens, in this order. The first one is a member's start page. */
const NAVIGATION: readonly { href: string; label: string; needs: Capability }[] = [
  { href: '/today', label: 'Today', needs: 'make_contacts' },
  { href: '/contacts', label: 'Your contacts', needs: 'make_contacts' },
  { href: '/programs', label: 'Rotation', needs: 'plan_programs' },
  { href: '/touchpoints/own', label: 'Your touchpoints', needs: 'read_own_touchpoints' },
  { href: '/months', label: 'Months', needs: 'read_months' },
  { href: '/reflections', label: 'Reflections', needs: 'read_reflections' },
  { href: '/reviews', label: 'Reviews', needs: 'read_reviews' },
  { href: '/method', label: 'Method', needs: 'sign_reviews' },
  { href: '/followups', label: 'Follow-ups', needs: 'see_followups' },
  { href: '/heard', label: 'What we heard', needs: 'tell_staff' },
  { href: '/touchpoints', label: 'Touchpoints', needs: 'list_touchpoints' },
  { href: '/scenarios', label: 'Scenarios', needs: 'edit_scenarios' },
  { href: '/members', label: 'Members', needs: 'see_members' },
  { href: '/settings', label: 'Settings', needs: 'edit_settings' },
  { href: '/outbox', label: 'Outbox', needs: 'read_outbox' },
  { href: '/audit', label: 'Audit', needs: 'read_audit' },
]

/** Builds the server from its parts; never listens. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    ...{ ...TIMEOUTS, ...ADDRESSES },
    bodyLimit: BODY_LIMIT,
    trustProxy: parts.config.trustProxy,
    logger: parts.log ? quietLogger(parts) : false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  })
  await protect(app, parts)
  app.routesWithDoors = closeDoors(app, { known: namesIn(CAPABILITIES), mayEnter: may })
  answerProblems(app, parts.newId)
  const assets = parts.assets ?? readAssets()
  renderPages(app, assets, frameOf)
  serveAssets(app, assets)
  addEntrance(app, parts)
  keepOfflinePage(app)
  addFeatures(app, parts)

  return app
}

function addEntrance(app: FastifyInstance, parts: AppParts): void {
  app.get('/healthz', { config: { door: 'anyone', rateLimit: false } }, () => {
    readAnything(parts.db)

    return { status: 'ok', ...(parts.watch?.jump ? { jobs: 'held' } : {}) }
  })
  app.get('/', { config: { door: 'signed_in' } }, (request, reply) => reply.redirect(startPage(request), 303))
}

/** Every feature, by name. */
function addFeatures(app: FastifyInstance, parts: AppParts): void {
  const signIn = signInOptions(parts)
  memberRoutes(app, signIn)
  departmentRoutes(app)
  absenceRoutes(app)
  organisationRoutes(app)
  touchpointRoutes(app)
  scenarioRoutes(app)
  programRoutes(app, { baseUrl: parts.config.baseUrl, plannings: parts.plannings ?? new Plannings() })
  assignmentRoutes(app, parts.config)
  reflectionRoutes(app)
  monthRoutes(app)
  closingRoutes(app)
  followupRoutes(app)
  reviewRoutes(app)
  noticeRoutes(app, parts.config)
  reminderRoutes(app)
  calendarRoutes(app, parts.config)
  signInRoutes(app, signIn)
  setUpRoutes(app, signIn)
  youRoutes(app)
  outboxRoutes(app, { ...signIn, clockJump: () => parts.watch?.jump ?? null })
  auditRoutes(app)
}

function signInOptions({ config, cast, sendLetters = () => {} }: AppParts): SignInOptions {
  if (!config.sessionSecret) throw new Error('an app needs a session secret')

  return {
    ...{ secure: isSecure(config), secret: config.sessionSecret, baseUrl: config.baseUrl, cast, sendLetters },
    letters: config.smtpUrl !== undefined,
    issuesLinks: (ctx) => config.smtpUrl === undefined || isMailFailing(ctx),
  }
}

async function protect(app: FastifyInstance, { config, ...parts }: AppParts): Promise<void> {
  await app.register(rateLimit, {
    hook: 'preHandler',
    max: config.requestsPerMinute,
    timeWindow: '1 minute',
    // A whole company may sit behind one address, so whoever is signed in is counted alone.
    keyGenerator: (request) => request.actor?.id ?? request.ip,
  })
  await sendSafetyHeaders(app, { hsts: isSecure(config) })
  await app.register(compress, { threshold: 1400, encodings: ['gzip', 'identity'] })
  await app.register(cookie)
  await app.register(formbody, { parser: parseFields })
  refuseCrossSite(app, config.baseUrl)
  readSessions(app, {
    ...parts,
    changes: () => changeCount(parts.db),
    secure: isSecure(config),
    findSession,
  })
  sayWhosePage(app)
}

function sayWhosePage(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (reply.hasHeader('cache-control')) return
    reply.header('cache-control', 'no-store')
    // Whose page it is: a device forgets what it kept as soon as it sees somebody else's (service_worker.js).
    if (request.actor?.id) reply.header('plainclothes-member', request.actor.id)
  })
}

/** Days only: a log line's minute beside a page's address would tell when somebody made a contact (PRODUCT.md §3). */
function quietLogger({ clock, config, log }: AppParts) {
  return {
    ...(typeof log === 'object' && { stream: log }),
    /** The demo says in words where it is. */
    level: config.demo ? 'warn' : 'info',
    timestamp: () => `,"day":"${dayIn('UTC', clock())}"`,
    base: null,
  }
}

function isSecure(config: Config): boolean {
  return config.baseUrl.startsWith('https:')
}

function frameOf(request: FastifyRequest): Frame {
  const organisation = request.ctx ? findOrganisation(request.ctx) : undefined
  const nav = NAVIGATION.filter(({ needs }) => may(request.actor ?? NOBODY, needs))

  return {
    organisation: organisation?.name ?? 'Plainclothes',
    locale: organisation?.locale ?? 'en-GB',
    nav,
    yours: nav[0]?.href === request.url ? yoursOn(request) : [],
    start: request.ctx ? wayToStart(request.ctx, request.url) : null,
    standingNote: 'Nothing here names or grades a colleague. Names of the people you speak with are never recorded.',
  }
}

/** What a member answers for, on their home only: that page says what to do next. */
function yoursOn(request: FastifyRequest): Frame['yours'] {
  if (!request.ctx || request.actor.id === null || request.url !== startPage(request)) return []

  return [
    { id: 'yours', heading: 'You answer for', items: ownFollowups(request.ctx) },
    { id: 'heard', heading: 'What we heard, as staff read it', items: ownHeard(request.ctx) },
  ].filter(({ items }) => items.length > 0)
}

function startPage(request: FastifyRequest): string {
  if (hasStepsToTake(request.ctx)) return '/start'

  return NAVIGATION.find(({ needs }) => may(request.actor, needs))?.href ?? '/you'
}
