import { writeFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, inTransaction, rehearsed } from '../../src/context.ts'
import { EVERYTHING } from '../../src/features/months/breakdowns.ts'
import { listCounted } from '../../src/features/months/counted_store.ts'
import { monthsPage } from '../../src/features/months/pages.ts'
import { findCountable, recordCounts } from '../../src/features/reflections/counts_store.ts'
import { monthsUpTo } from '../../src/lib/periods.ts'
import { drizzleOver, openDatabase, type Sqlite } from '../../src/platform/db/open.ts'
import { assignments, organisation, rebases, reflections } from '../../src/platform/db/tables.ts'
import { openHouse } from '../support/house.ts'
import { ownFolder } from '../support/own_folder.ts'
import { furnish, reflect } from '../support/reflected.ts'

const MONTHS = ['2026-05', '2026-06', '2026-07']
const TODAY = Temporal.PlainDate.from('2026-07-20')
const SLICES = [
  EVERYTHING,
  { breakdown: 'touchpoint', slices: ['billing_line'] },
  { breakdown: 'touchpoint', slices: ['billing_line', 'chat'] },
  { breakdown: 'scenario', slices: ['doubled_bill'] },
] as const

const inFolder = ownFolder('file')
let server: Sqlite
let beside: Sqlite
let reader: Context
beforeAll(async () => {
  const path = inFolder('house.db')
  writeFileSync(path, (await openHouse()).db.$client.serialize())
  server = openDatabase(path)
  beside = openDatabase(path)
  for (const sqlite of [server, beside]) sqlite.pragma('synchronous = OFF')
  reader = contextOver(server, 'server')
  furnish(reader)
})
afterAll(() => {
  beside.close()
  server.close()
})

function contextOver(sqlite: Sqlite, name: string): Context {
  let ids = 0
  const actor = { id: 'maud', name: 'Maud', roles: ['lead'] } as const
  const now = Temporal.Instant.from('2026-07-20T09:00:00Z')

  return { db: drizzleOver(sqlite), now, actor, newId: () => `${name}-${++ids}` }
}

/** What is kept between two looks, beside what is read anew because a transaction keeps nothing. */
function expectFresh(): void {
  for (const counted of SLICES)
    for (const today of [TODAY, TODAY.add({ days: 1 })]) {
      const look = (ctx: Context) => listCounted(ctx, MONTHS, counted, today)
      expect(look(reader)).toEqual(inTransaction(reader, look))
    }
}

/** Everything that moves a figure of the months, by which reflection it happens to. */
const WRITES: Readonly<Record<string, (ctx: Context, ids: string[], which: number) => void>> = {
  'handed in': (ctx, ids, which) => {
    const answers = { valued: ((which % 5) + 1) as 1 | 2 | 3 | 4 | 5, leaderId: which % 2 ? 'nora' : 'viktor' }
    ids.push(
      reflect(ctx, { month: MONTHS[which % 3] ?? '', touchpointId: which % 2 ? 'chat' : 'billing_line', ...answers }),
    )
  },
  'cover turns out blown': (ctx, ids, which) => correct(ctx, ids[which % ids.length], { cover: 'blown' }),
  'a promise ends': (ctx, ids, which) => correct(ctx, ids[which % ids.length], { promise: 'kept' }),
  'counted in another month': (ctx, ids, which) =>
    correct(ctx, ids[which % ids.length], { month: MONTHS[which % 3] ?? '' }),
  'an assignment comes due': (ctx, _, which) => {
    const row = { leaderId: 'nora', touchpointId: 'chat', origin: 'rotation', state: 'missed' } as const
    const toDay = `${MONTHS[which % 3]}-19`
    ctx.db
      .insert(assignments)
      .values({ ...row, id: ctx.newId(), fromDay: toDay, toDay })
      .run()
  },
  'an assignment is excused': (ctx) => {
    ctx.db.update(assignments).set({ state: 'excused' }).where(eq(assignments.state, 'missed')).run()
  },
  'a window moves': (ctx) => {
    ctx.db
      .update(assignments)
      .set({ fromDay: '2026-06-30', toDay: '2026-06-30' })
      .where(eq(assignments.state, 'missed'))
      .run()
  },
  'an assignment is gone': (ctx) => {
    ctx.db.delete(assignments).where(eq(assignments.state, 'missed')).run()
  },
}

function correct(ctx: Context, id: string | undefined, facts: Partial<typeof reflections.$inferInsert>): void {
  if (id === undefined) return
  const before = findCountable(ctx, id)
  ctx.db.update(reflections).set(facts).where(eq(reflections.id, id)).run()
  recordCounts(ctx, before, findCountable(ctx, id))
}

describe('what was counted', () => {
  const steps = fc.array(
    fc.record({ write: fc.constantFrom(...Object.keys(WRITES)), which: fc.nat(20), isBeside: fc.boolean() }),
    { minLength: 1, maxLength: 10 },
  )

  it('is never stale, whatever is written and by whichever connection', () => {
    const other = contextOver(beside, 'beside')
    const ids: string[] = []
    fc.assert(
      fc.property(steps, (taken) => {
        for (const { write, which, isBeside } of taken) {
          WRITES[write]?.(isBeside ? other : reader, ids, which)
          expectFresh()
        }
      }),
      { numRuns: 10 },
    )
    expect(ids.length).toBeGreaterThan(0)
  })

  it('is never what was only rehearsed', () => {
    const ids: string[] = []
    rehearsed(reader, (ctx) => {
      for (const write of Object.values(WRITES)) write(ctx, ids, 1)
      monthsPage(ctx, { month: null, of: null })
      expectFresh()
    })
    expectFresh()
  })

  it('is the very same while its month stands still, and another in the month that moved', () => {
    const look = () => listCounted(reader, MONTHS, EVERYTHING, TODAY)
    for (const month of MONTHS) reflect(reader, { month })
    const before = look()
    reflect(reader, { month: '2026-06' })
    const after = look()
    expect(MONTHS.map((month) => after.get(month) === before.get(month))).toEqual([true, false, true])
  })
})

describe('the page of the months', () => {
  const EARLIER = monthsUpTo('2026-04', 14)
  const changes: Record<string, (ctx: Context, which: number) => void> = {
    'handed in this month': (ctx, which) => void reflect(ctx, { month: '2026-07', valued: ((which % 5) + 1) as 1 }),
    'handed in long ago': (ctx, which) =>
      void reflect(ctx, { month: EARLIER[which % 14] ?? '', pride: ((which % 5) + 1) as 1 }),
    'limits begin anew': (ctx, which) => {
      const row = { measure: 'valued', month: EARLIER[(which % 12) + 1] ?? '', reason: `Reason ${which}` }
      ctx.db
        .insert(rebases)
        .values({ ...row, id: ctx.newId(), notedOn: '2026-07-01', notedBy: 'maud' })
        .onConflictDoNothing()
        .run()
    },
    'another measure leads': (ctx, which) =>
      ctx.db
        .update(organisation)
        .set({ primaryMeasure: which % 2 ? 'reached' : 'valued' })
        .run(),
    'numbers are written otherwise': (ctx, which) =>
      ctx.db
        .update(organisation)
        .set({ locale: which % 2 ? 'de-AT' : 'en-GB' })
        .run(),
  }
  const steps = fc.array(fc.record({ change: fc.constantFrom(...Object.keys(changes)), which: fc.nat(20) }), {
    minLength: 3,
    maxLength: 8,
  })

  it('is as if nothing had been kept of the months before', () => {
    for (const [i, month] of EARLIER.entries())
      for (let nth = 0; nth < 6; nth++) reflect(reader, { month, valued: (((i * nth) % 5) + 1) as 1 })
    fc.assert(
      fc.property(steps, (taken) => {
        for (const { change, which } of taken) {
          changes[change]?.(reader, which)
          for (const month of [null, '2026-06']) {
            const look = (ctx: Context) => monthsPage(ctx, { month, of: null })
            expect(look(reader)).toEqual(inTransaction(reader, look))
          }
        }
      }),
      { numRuns: 4 },
    )
    expect(JSON.stringify(monthsPage(reader, { month: null, of: null }))).toContain('control chart')
  })
})
