import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Context, PLAINCLOTHES } from '../../src/context.ts'
import { listUpkeepDifferences } from '../../src/features/months/upkeep_store.ts'
import { type Countable, countChanges } from '../../src/features/reflections/counts.ts'
import { findCountable, listCountables, recordCounts } from '../../src/features/reflections/counts_store.ts'
import { listStandardsAsked } from '../../src/features/reflections/terms_store.ts'
import { answerCounts, members, reflectionStandards, reflections } from '../../src/platform/db/tables.ts'
import { countable, countables } from '../support/countable.ts'
import { freshDatabase } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

const MONTHS = ['2026-05', '2026-06', '2026-07']

function openBooks(): Context {
  let ids = 0
  const db = freshDatabase()
  const ctx = {
    db,
    now: Temporal.Instant.from('2026-07-20T09:00:00Z'),
    actor: PLAINCLOTHES,
    newId: () => `id-${++ids}`,
  }
  for (const id of ['nora', 'viktor', 'maud'])
    db.insert(members)
      .values({
        id,
        name: id,
        email: `${id}@x.example`,
        country: 'GB',
        timeZone: 'Europe/London',
        languages: ['en'],
        joinedOn: '2025-01-01',
      })
      .run()
  furnish(ctx)

  return ctx
}

function kept({ db }: Context): Map<string, number> {
  const rows = db.select().from(answerCounts).all()

  return new Map(rows.map(({ contacts, ...place }) => [Object.values(place).join(' '), contacts]))
}

function recounted(ctx: Context): Map<string, number> {
  const counts = new Map<string, number>()
  for (const reflection of MONTHS.flatMap((month) => listCountables(ctx, month)))
    for (const { contacts, ...change } of countChanges(null, reflection)) {
      const key = [change.month, change.breakdown, change.slice, change.question, change.answer].join(' ')
      counts.set(key, (counts.get(key) ?? 0) + contacts)
    }

  return counts
}

/** Corrects a fact as revising does: read before, change, read after. */
function correct(ctx: Context, id: string, facts: Partial<Pick<Countable, 'cover' | 'promise' | 'addressed'>>): void {
  const before = findCountable(ctx, id)
  ctx.db.update(reflections).set(facts).where(eq(reflections.id, id)).run()
  recordCounts(ctx, before, findCountable(ctx, id))
}

describe('the counts kept while reflections come in and are corrected', () => {
  it('are those of a plain recount', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(countables.filter(isPossible), fc.nat(), countables), { maxLength: 12 }),
        (steps) => {
          const ctx = openBooks()
          const ids: string[] = []
          for (const [handedIn, which, { cover, promise }] of steps) {
            ids.push(reflect(ctx, handedIn))
            correct(ctx, ids[which % ids.length] ?? '', { cover, promise })
          }
          expect(kept(ctx)).toEqual(recounted(ctx))
          expect(listUpkeepDifferences(ctx)).toEqual([])
          expect(ctx.db.get(sql`select 1 from answer_counts where contacts < 1`)).toBeUndefined()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('read a reflection back as it was handed in', () => {
    const ctx = openBooks()
    const given = countable({ standards: { three_minutes: 'not_met' }, predictedValued: null, month: '2026-05' })
    expect(findCountable(ctx, reflect(ctx, given))).toMatchObject(given)
    expect(findCountable(ctx, 'nobody-knows-this')).toBeNull()
  })

  it('say how often each standard was asked, whatever becomes of an answer', () => {
    const ctx = openBooks()
    const asked = () => listStandardsAsked(ctx, 'billing_line').map(({ standard, times }) => [standard.id, times])
    const times = () => Object.fromEntries(asked()).three_minutes
    const id = reflect(ctx, countable({ standards: { three_minutes: 'not_met' } }))
    expect(times()).toBe(1)
    reflect(ctx, countable({ standards: { three_minutes: 'met' } }))
    expect(times()).toBe(2)
    ctx.db.delete(reflectionStandards).where(eq(reflectionStandards.reflectionId, id)).run()
    expect(times()).toBe(1)
    expect(listUpkeepDifferences(ctx)).toEqual([])
  })

  it('refuse to lower what was never counted', () => {
    expect(() => recordCounts(openBooks(), countable(), null)).toThrow(/was never counted/)
  })
})

/** What the database's checks let in. */
function isPossible({ reached, addressed, correct, acknowledged, escalation }: Countable): boolean {
  const nobody = reached === 'gave_up' || reached === 'no_answer'

  return (
    !(nobody && (addressed !== 'no' || correct || acknowledged)) && !(escalation === 'not_needed' && addressed === 'no')
  )
}
