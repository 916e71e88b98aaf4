import Database from 'better-sqlite3'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type AppParts, buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Context, PLAINCLOTHES, type Role } from '../../src/context.ts'
import type { Plannings } from '../../src/features/programs/large_plan_actions.ts'
import { startSession } from '../../src/features/signin/actions.ts'
import type { CastMember } from '../../src/features/signin/pages.ts'
import { Problem } from '../../src/lib/problem.ts'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, drizzleOver, prepare } from '../../src/platform/db/open.ts'
import { departments, memberRoles, members, organisation } from '../../src/platform/db/tables.ts'
import { readAssets } from '../../src/platform/web/assets.ts'

/** The named cast of the tests: the same people as in the demo. */
export const CAST = {
  nora: { name: 'Nora Lindqvist', roles: ['leader'], department: 'operations' },
  viktor: { name: 'Viktor Hale', roles: ['leader'], department: 'finance' },
  maud: { name: 'Maud Bergström', roles: ['lead'], department: null },
  otto: { name: 'Otto Fuchs', roles: ['owner'], department: 'service' },
  rhea: { name: 'Rhea Castellan', roles: ['reviewer'], department: null },
  alva: { name: 'Alva Nyström', roles: ['admin'], department: null },
} as const satisfies Record<string, { name: string; roles: readonly Role[]; department: string | null }>

export type CastName = keyof typeof CAST

/** A house of one's own: a fresh migrated database in memory, an app over it, and a clock that stands until it is moved. */
export interface House {
  db: Db
  app: FastifyInstance
  /** The moment the house believes it is. */
  now: Temporal.Instant
  /** A context acting as one of the cast, or as Plainclothes. */
  as: (who?: CastName) => Context
  get: (who: CastName | null, url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  /** A form as a browser would send it, or a body as it comes. */
  post: (
    who: CastName | null,
    url: string,
    form?: Record<string, string | string[]> | string,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>
}

const empty = imageOf(() => undefined)
const movedInto = imageOf(moveIn)

/** Read once, and compressed once where a browser asks: they are the same in every house. */
const assets = readAssets()

/** A migrated database in which nobody lives: 0.1 ms. */
export function freshDatabase(image = empty): Db {
  return drizzleOver(prepare(new Database(image)))
}

export interface HouseOptions {
  /** Nobody has moved in: the installation before its set-up. */
  empty?: boolean
  now?: string
  /** Offered on the sign-in page, as in the demo. */
  cast?: readonly CastMember[]
  /** Settings beside the ones every test has. */
  settings?: Record<string, string>
  /** A database that is furnished already. */
  db?: Db
  /** Who hears the server's own log, line by line. */
  log?: AppParts['log']
  /** Where large plans are worked out; the app's own unless given. */
  plannings?: Plannings
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const db = options.db ?? freshDatabase(options.empty ? empty : movedInto)
  const house = { db, now: Temporal.Instant.from(options.now ?? '2026-06-10T09:00:00Z') } as House
  const newId = idsOf(db)
  house.as = (who) => ({
    db,
    now: house.now,
    actor: who ? { id: who, name: CAST[who].name, roles: CAST[who].roles } : PLAINCLOTHES,
    newId,
  })
  house.app = await buildApp({
    db,
    assets,
    clock: () => house.now,
    newId,
    config: readConfig({
      REQUESTS_PER_MINUTE: '100000',
      SESSION_SECRET: 'the secret of this house in its tests',
      ...options.settings,
    }),
    cast: options.cast ?? [],
    ...(options.log && { log: options.log }),
    ...(options.plannings && { plannings: options.plannings }),
  })
  /** A bug is never only a status: the test that met it fails with its error. */
  let bug: unknown
  house.app.addHook('onError', async (_request, _reply, error) => {
    if (!(error instanceof Problem) && (error.statusCode ?? 500) >= 500) bug = error
  })
  const answered = async (asked: Promise<LightMyRequestResponse>) => {
    const answer = await asked
    if (bug) throw bug

    return answer
  }
  const cookies = new Map<CastName, string>()
  const cookieOf = (who: CastName) => {
    if (!cookies.has(who)) cookies.set(who, startSession(house.as(), who, 'Test'))

    return { plainclothes: cookies.get(who) ?? '' }
  }
  house.get = (who, url, headers = {}) =>
    answered(house.app.inject({ url, headers, ...(who && { cookies: cookieOf(who) }) }))
  house.post = (who, url, form = {}, headers = {}) =>
    answered(
      house.app.inject({
        method: 'POST',
        url,
        ...(who && { cookies: cookieOf(who) }),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
        payload: typeof form === 'string' ? form : encode(form),
      }),
    )

  return house
}

/** The same words a browser would send. */
export function encode(form: Record<string, string | string[]>): string {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString()
}

/** Written once for all the houses of a file, and copied for each. */
function imageOf(furnish: (db: Db) => void): Buffer {
  const sqlite = prepare(new Database(':memory:'))
  migrateDatabase(sqlite)
  furnish(drizzleOver(sqlite))
  const bytes = sqlite.serialize()
  sqlite.close()

  return bytes
}

function moveIn(db: Db): void {
  db.insert(organisation).values({ id: 1, name: 'Northwind Energy' }).run()
  for (const [id, name] of Object.entries({
    operations: 'Operations',
    finance: 'Finance',
    service: 'Customer service',
  }))
    db.insert(departments).values({ id, name }).run()
  for (const [id, { name, roles, department }] of Object.entries(CAST)) {
    const email = `${id}@northwind.example`
    db.insert(members)
      .values({
        id,
        name,
        email,
        departmentId: department,
        country: 'GB',
        timeZone: 'Europe/London',
        languages: ['en'],
        joinedOn: '2025-01-01',
      })
      .run()
    for (const role of roles) db.insert(memberRoles).values({ memberId: id, role }).run()
  }
}

/** Houses over one database draw from the same ids, as servers over one would. */
function idsOf(db: Db): () => string {
  const drawn = drawnIn.get(db) ?? { ids: 0 }
  drawnIn.set(db, drawn)

  return () => `id-${String(++drawn.ids).padStart(5, '0')}`
}

const drawnIn = new WeakMap<Db, { ids: number }>()
