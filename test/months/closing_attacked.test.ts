import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { hasEnoughLeaders } from '../../src/features/months/published.ts'
import { monthsUpTo } from '../../src/lib/periods.ts'
import { frozenContacts, organisation, publishedCells, reflections, touchpoints } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { forcedIn, type Pool, solvedFor } from '../support/pooling.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const ENOUGH = 4
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

function dice(seed: number): () => number {
  let state = seed

  return () => {
    state = (state * 48271) % 2147483647

    return state / 2147483647
  }
}

/** Two quarters of a small company, closed month by month; the chat comes late, the line changes its department, one leader does most. */
async function halfAYear(seed: number): Promise<House> {
  const random = dice(seed)
  const house = await openHouse({ now: '2026-01-20T09:00:00Z' })
  house.db.update(organisation).set({ smallestGroup: ENOUGH }).run()
  furnish(house.as())
  for (const [i, month] of monthsUpTo('2026-06', 6).entries()) {
    const contacts = 7 + Math.floor(random() * 5)
    for (let n = 0; n < contacts; n++) live(house, month, i, random)
    if (i === 2) house.db.update(touchpoints).set({ departmentId: 'service', version: 2 }).run()
    house.now = Temporal.Instant.from(`${month}-10T09:00:00Z`).add({ hours: 24 * 31 })
    closeDueMonths(house.as())
  }

  return house
}

function live(house: House, month: string, at: number, random: () => number): void {
  reflect(house.as(), {
    month,
    leaderId: random() < 0.25 ? 'nora' : pick(LEADERS, random),
    touchpointId: pick(at < 2 ? ['billing_line', 'shop'] : ['billing_line', 'shop', 'chat'], random),
    programId: pick(['first_hand', 'first_hand', 'after_hours', null], random),
    scenarioId: pick(['doubled_bill', 'moving_home', null], random),
    valued: pick([1, 2, 4, 5] as const, random),
    addressed: pick(['yes', 'yes', 'partly', 'no'] as const, random),
    reached: pick(['person', 'person', 'bot'] as const, random),
    business: pick(['yes', 'no'] as const, random),
    pride: pick([1, 3, 5] as const, random),
    escalation: pick(['offered', 'when_asked', 'not_offered'] as const, random),
    daysLate: pick([0, 2], random),
  })
}

const COUNTS: Readonly<Record<string, (row: typeof reflections.$inferSelect) => boolean>> = {
  valued: ({ valued }) => valued >= 4,
  addressed: ({ addressed }) => addressed === 'yes',
  reached: ({ reached }) => reached === 'person',
  business: ({ business }) => business === 'yes',
  proud: ({ pride }) => pride >= 4,
  embarrassed: ({ pride }) => pride <= 2,
  in_time: ({ daysLate }) => daysLate === 0,
}

/** Every published number of a measure, over the contacts it was made of; with `all`, as if everything were shown that may stand alone. */
function poolOf({ db }: House, measure: string, all = false): Pool {
  const contacts = db
    .select()
    .from(frozenContacts)
    .innerJoin(reflections, eq(reflections.id, frozenContacts.reflectionId))
    .all()
  const columns = {
    touchpoint: 'touchpointId',
    department: 'departmentId',
    program: 'programId',
    channel: 'channel',
    purpose: 'purpose',
  } as const
  const cells = db.select().from(publishedCells).where(eq(publishedCells.measure, measure)).all()
  const sums = cells.map((cell) => {
    const isIn = ({ frozen_contacts: one }: (typeof contacts)[number]) =>
      one.month >= cell.firstMonth &&
      one.month <= cell.lastMonth &&
      (cell.breakdown === 'all' || one[columns[cell.breakdown]] === cell.slice)
    const members = [...contacts.keys()].filter((i) => isIn(contacts[i] as (typeof contacts)[number]))
    const counts = COUNTS[measure] ?? (() => false)

    return {
      cell,
      members,
      count: members.filter((i) => counts(contacts[i]?.reflections as typeof reflections.$inferSelect)).length,
    }
  })
  const leaders = contacts.map(({ frozen_contacts: one }) => one.leaderId)
  const mayStand = (members: readonly number[]) =>
    hasEnoughLeaders(
      members.map((i) => ({ leader: leaders[i] ?? '', times: 1 })),
      ENOUGH,
    )

  return { leaders, sums: sums.filter(({ cell, members }) => (all ? mayStand(members) : cell.shown)) }
}

describe('everything published in half a year, pooled', () => {
  const measures = Object.keys(COUNTS)

  it.each([11, 13])('gives nobody away by adding, taking away or limits (company %i)', async (seed) => {
    const house = await halfAYear(seed)
    for (const measure of measures) {
      const pool = poolOf(house, measure)
      expect([measure, solvedFor(pool, ENOUGH)]).toEqual([measure, null])
      expect([measure, [...forcedIn(pool)]]).toEqual([measure, []])
    }
    const shown = house.db.select().from(publishedCells).where(eq(publishedCells.shown, true)).all()
    expect(shown.length).toBeGreaterThan(20)
  })

  it('would give somebody away if all were shown that may stand alone', async () => {
    const house = await halfAYear(11)
    const pools = measures.map((measure) => poolOf(house, measure, true))
    expect(pools.some((pool) => solvedFor(pool, ENOUGH) !== null)).toBe(true)
    expect([...forcedIn({ leaders: ['nora', 'otto'], sums: [{ members: [0, 1], count: 2 }] })]).toEqual([0, 1])
  })

  it('says of each shown number what the contacts come to, and never overlaps in one slice', async () => {
    const house = await halfAYear(12)
    for (const measure of measures)
      for (const { cell, count } of poolOf(house, measure).sums as (Pool['sums'][number] & {
        cell: { count: number }
      })[])
        expect(cell.count).toBe(count)
    const spans = house.db.select().from(publishedCells).where(eq(publishedCells.shown, true)).all()
    for (const [one, other] of spans.flatMap((a) => spans.map((b) => [a, b] as const)))
      if (
        one.slice === other.slice &&
        one.breakdown === other.breakdown &&
        one.measure === other.measure &&
        one.span !== other.span &&
        one.level === other.level
      )
        expect(one.lastMonth < other.firstMonth || other.lastMonth < one.firstMonth).toBe(true)
  })
})
