import type { Context } from '../../src/context.ts'
import { inTransaction, PLAINCLOTHES, randomId } from '../../src/context.ts'
import { findCountable, recordCounts } from '../../src/features/reflections/counts_store.ts'
import type { Answers } from '../../src/features/reflections/fields.ts'
import { insertReflection } from '../../src/features/reflections/store.ts'
import { startSession } from '../../src/features/signin/actions.ts'
import { WEEKDAYS } from '../../src/lib/days.ts'
import { type Month, monthOf, monthsUpTo } from '../../src/lib/periods.ts'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import * as tables from '../../src/platform/db/tables.ts'

const REFLECTIONS = 10_000
const LEADERS = 50
const TOUCHPOINTS = 9

export interface Town {
  /** Cookies of a lead and of the leader whose contacts wait. */
  lead: string
  leader: string
  /** Assignments that were contacted today and wait for their reflection. */
  waiting: string[]
  /** Every leader with the cookie of their phone and a contact they are writing about. */
  writing: { cookie: string; contact: string }[]
}

/** A company with ten thousand reflections over twelve months, written to a file; and contacts that wait to be reflected on. */
export function foundTown(path: string, waiting: number): Town {
  const sqlite = openDatabase(path)
  migrateDatabase(sqlite, path)
  const db = drizzleOver(sqlite)
  const ctx: Context = { db, now: Temporal.Now.instant(), actor: PLAINCLOTHES, newId: randomId }
  const town = inTransaction(ctx, (ctx) => {
    found(ctx)
    const months = monthsUpTo(monthOf(today(ctx)), 12)
    for (let nth = 0; nth < REFLECTIONS; nth++) reflect(ctx, nth, months)
    const ids = Array.from({ length: waiting }, () => assign(ctx, 0, today(ctx), 'contacted'))

    const writing = Array.from({ length: LEADERS }, (_, nth) => ({
      cookie: `plainclothes=${startSession(ctx, `leader-${nth}`, '')}`,
      contact: assign(ctx, nth, today(ctx), 'contacted'),
    }))

    return { lead: startSession(ctx, 'maud', ''), leader: startSession(ctx, 'leader-0', ''), waiting: ids, writing }
  })
  sqlite.close()

  return town
}

/** The same company with so many reflections in one month, written to a file. */
export function foundMonth(path: string, month: Month, reflections: number): void {
  const sqlite = openDatabase(path)
  migrateDatabase(sqlite, path)
  const ctx: Context = { db: drizzleOver(sqlite), now: Temporal.Now.instant(), actor: PLAINCLOTHES, newId: randomId }
  inTransaction(ctx, (ctx) => {
    found(ctx)
    for (let nth = 0; nth < reflections; nth++) reflect(ctx, nth, [month])
  })
  sqlite.close()
}

/** A company with its people and so many touchpoints, and nothing behind it yet; gives a lead's cookie. */
export function beginTown(db: Db, touchpoints: number): string {
  const ctx: Context = { db, now: Temporal.Now.instant(), actor: PLAINCLOTHES, newId: randomId }
  found(ctx, touchpoints)

  return startSession(ctx, 'maud', '')
}

function found({ db }: Context, touchpoints = TOUCHPOINTS): void {
  const person = { country: 'GB', timeZone: 'UTC', languages: ['en'], joinedOn: '2020-01-01' }
  db.insert(tables.organisation).values({ id: 1, name: 'Town', timeZone: 'UTC' }).run()
  const people = ['maud', 'alva', ...Array.from({ length: LEADERS }, (_, nth) => `leader-${nth}`)]
  for (const id of people) {
    const role = id === 'maud' ? 'lead' : id === 'alva' ? 'admin' : 'leader'
    db.insert(tables.members)
      .values({ ...person, id, name: id, email: `${id}@town.example` })
      .run()
    db.insert(tables.memberRoles).values({ memberId: id, role }).run()
  }
  const always = [['00:00', '24:00']] as const
  const openingHours = Object.fromEntries(WEEKDAYS.map((day) => [day, always]))
  for (let nth = 0; nth < touchpoints; nth++)
    db.insert(tables.touchpoints)
      .values({
        id: `way-${nth}`,
        name: `Way ${nth}`,
        channel: 'phone',
        address: '+442079460000',
        timeZone: 'UTC',
        languages: ['en'],
        openingHours,
      })
      .run()
  db.insert(tables.programs)
    .values({
      id: 'program',
      name: 'First hand',
      cadence: 'monthly',
      recurrence: 'FREQ=MONTHLY',
      startsOn: '2020-01-01',
    })
    .run()
}

function reflect(ctx: Context, nth: number, months: readonly Month[]): void {
  const month = months[nth % months.length] ?? ''
  const day = month === monthOf(today(ctx)) ? `${month}-01` : `${month}-${String((nth % 27) + 1).padStart(2, '0')}`
  const assignmentId = assign(ctx, nth, Temporal.PlainDate.from(day), 'reflected')
  const id = ctx.newId()
  const placed = {
    id,
    assignmentId,
    ...whoAndWhere(nth),
    scenarioId: null,
    programId: 'program',
    month,
    counts: true,
    handedInOn: day,
    daysLate: 0,
  }
  insertReflection(ctx, placed, answers(nth, Temporal.PlainDate.from(day)))
  recordCounts(ctx, null, findCountable(ctx, id))
}

function assign(
  { db, newId }: Context,
  nth: number,
  day: Temporal.PlainDate,
  state: 'contacted' | 'reflected',
): string {
  const id = newId()
  const predicted = { predictedValued: (nth % 5) + 1, predictedAddressed: 'yes', mood: 'calm' } as const
  db.insert(tables.assignments)
    .values({
      id,
      programId: 'program',
      ...whoAndWhere(nth),
      origin: 'by_hand',
      fromDay: day.toString(),
      toDay: day.toString(),
      state,
      contactedOn: day.toString(),
    })
    .run()
  db.insert(tables.predictions)
    .values({ assignmentId: id, ...predicted })
    .run()

  return id
}

function whoAndWhere(nth: number) {
  return { leaderId: `leader-${nth % LEADERS}`, touchpointId: `way-${nth % TOUCHPOINTS}` }
}

/** Every answer comes up, none by chance: two runs measure the same. */
function answers(nth: number, contactedOn: Temporal.PlainDate): Answers {
  const pick = <T>(of: readonly T[], every: number): T => of[Math.floor(nth / every) % of.length] as T
  const addressed = pick(['yes', 'partly', 'yes', 'no'] as const, 1)

  return {
    ...{
      contactedOn: contactedOn.toString(),
      daypart: 'morning',
      reached: pick(['person', 'person', 'bot'] as const, 3),
    },
    ...{ wait: 'none', transfers: 0, repeated: 'no', addressed, correct: 'yes', promise: 'none', survey: 'not_asked' },
    ...{ escalation: addressed === 'no' ? 'not_offered' : 'not_needed', standards: {}, business: 'yes', cover: 'kept' },
    ...{
      valued: pick([4, 5, 2, 3, 1] as const, 2),
      acknowledged: pick([4, 2, 5] as const, 1),
      pride: pick([5, 3, 1, 4] as const, 5),
    },
    ...{
      businessReason: '',
      wellDone: 'They listened.',
      story: 'It took one call.',
      phrase: '',
      belief: '',
      unsaid: '',
      coverReason: '',
    },
    causes: [],
  }
}

function today(ctx: Context): Temporal.PlainDate {
  return ctx.now.toZonedDateTimeISO('UTC').toPlainDate()
}
