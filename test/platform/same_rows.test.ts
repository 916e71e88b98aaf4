import { describe, expect, it } from 'vitest'
import { inTransaction, rehearsed } from '../../src/context.ts'
import { sameRows } from '../../src/platform/db/same_rows.ts'
import { openHouse } from '../support/house.ts'

const programNames = sameRows<{ name: string }>(
  `select json_group_array(json_object('name', name) order by id) from programs`,
)

describe('the rows of a small table', () => {
  it('are the very same until one of them changes, and those that are there in a transaction, undone or not', async () => {
    const ctx = (await openHouse()).as()
    const add = (name: string) =>
      ctx.db.$client
        .prepare(
          `insert into programs (id, name, cadence, recurrence, starts_on) values (?, ?, 'monthly', 'FREQ=MONTHLY', '2026-01-01')`,
        )
        .run(name, name)
    const names = () => programNames(ctx.db).map(({ name }) => name)
    expect(names()).toEqual([])
    add('Élan “first”')
    const rows = programNames(ctx.db)
    expect(rows).toEqual([{ name: 'Élan “first”' }])
    ctx.db.$client.prepare(`update organisation set version = version + 1`).run()
    expect(programNames(ctx.db)).toBe(rows)
    rehearsed(ctx, () => {
      add('Undone')
      expect(names()).toContain('Undone')
    })
    expect(programNames(ctx.db)).toEqual(rows)
    inTransaction(ctx, () => add('Kept'))
    expect(names()).toContain('Kept')
  })
})
