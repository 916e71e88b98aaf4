import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATES, type State } from '../../src/features/assignments/assignment.ts'
import { assignments, countVersions, participationCounts, scenarioVersions } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish } from '../support/reflected.ts'

type Row = typeof assignments.$inferInsert

/** Few of each, so that they meet. */
const rows: fc.Arbitrary<Omit<Row, 'id'>> = fc.record({
  leaderId: fc.constantFrom('nora', 'viktor'),
  programId: fc.constantFrom('first_hand', 'after_hours', null),
  touchpointId: fc.constantFrom('billing_line', 'chat'),
  scenarioVersionId: fc.constantFrom('first', 'second', 'other', null),
  origin: fc.constantFrom('rotation', 'by_hand', 'own_initiative'),
  fromDay: fc.constant('2026-06-01'),
  toDay: fc.constantFrom('2026-06-09', '2026-06-10', '2026-07-01'),
  state: fc.constantFrom(...STATES),
})
const steps = fc.array(
  fc.oneof(
    fc.record({ id: fc.integer({ min: 0, max: 5 }), row: rows }),
    fc.record({ id: fc.integer({ min: 0, max: 5 }), row: fc.constant(null) }),
  ),
  { maxLength: 30 },
)

async function furnished(): Promise<House> {
  const house = await openHouse()
  furnish(house.as())
  for (const [id, scenarioId, number] of [
    ['first', 'doubled_bill', 1],
    ['second', 'doubled_bill', 2],
    ['other', 'moving_home', 1],
  ] as const)
    house.db
      .insert(scenarioVersions)
      .values({ id, scenarioId, number, errand: 'Ring.', coverStory: 'A customer.', details: [] })
      .run()

  return house
}

/** Writes a row anew, changes it, or takes it away. */
function step({ db }: House, id: string, row: Omit<Row, 'id'> | null): void {
  if (row === null) db.delete(assignments).where(sql`id = ${id}`).run()
  else
    db.insert(assignments)
      .values({ ...row, id })
      .onConflictDoUpdate({ target: assignments.id, set: row })
      .run()
}

/** The plain recount, told apart from the triggers: by reading every row. */
function recount({ db }: House): Map<string, [number, number]> {
  const counted = new Map<string, [number, number]>()
  const scenarios = new Map(
    db
      .select()
      .from(scenarioVersions)
      .all()
      .map(({ id, scenarioId }) => [id, scenarioId]),
  )
  for (const row of db.select().from(assignments).all()) {
    const { programId, touchpointId, scenarioVersionId, origin, toDay, state } = row
    if (origin === 'own_initiative' || ['planned', 'handed_over', 'excused', 'cancelled'].includes(state)) continue
    const slices = ['all', `program ${programId ?? ''}`, `touchpoint ${touchpointId}`]
    for (const slice of [...slices, `scenario ${scenarios.get(scenarioVersionId ?? '') ?? ''}`]) {
      const [reflected, due] = counted.get(`${slice.trim()} ${toDay}`) ?? [0, 0]
      counted.set(`${slice.trim()} ${toDay}`, [reflected + (state === 'reflected' ? 1 : 0), due + 1])
    }
  }

  return counted
}

describe('the counts of who took part', () => {
  it('are what a recount gives, whatever becomes of assignments', async () => {
    const house = await furnished()
    fc.assert(
      fc.property(steps, (taken) => {
        for (const { id, row } of taken) step(house, `a${id}`, row)
        const kept = house.db.select().from(participationCounts).all()
        expect(
          new Map(
            kept.map((row) => [`${`${row.breakdown} ${row.slice}`.trim()} ${row.toDay}`, [row.reflected, row.due]]),
          ),
        ).toEqual(recount(house))
      }),
      { numRuns: 60 },
    )
  })

  it('do not move where a change counts nowhere else, so that no month is read anew for it', async () => {
    const house = await furnished()
    const row = { leaderId: 'nora', touchpointId: 'chat', origin: 'rotation', fromDay: '2026-06-01' } as const
    const becomes = (state: State) => {
      step(house, 'a0', { ...row, toDay: '2026-06-09', state })

      return house.db.select().from(countVersions).all()
    }
    const open = becomes('open')
    expect(open).toMatchObject([{ month: '2026-06' }])
    expect(becomes('contacted')).toEqual(open)
    expect(becomes('reflected')).not.toEqual(open)
  })

  it('follow every change of an assignment: a rebuilt table must be given its triggers again', async () => {
    const { db } = await furnished()
    const triggers = db.$client
      .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'assignments' order by name")
      .pluck()
      .all()
    expect(triggers).toEqual([
      'participation_after_change',
      'participation_before_change',
      'participation_of_gone',
      'participation_of_new',
      'participation_of_reflected',
    ])
  })
})
