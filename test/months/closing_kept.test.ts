import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeApart } from '../../src/closing_process.ts'
import { listDifferences } from '../../src/features/months/recount_store.ts'
import { drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import { type House, openHouse } from '../support/house.ts'
import { runKilled } from '../support/killing.ts'
import { ownFolder } from '../support/own_folder.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const NOW = '2026-07-10T09:00:00Z'

let house: House
const inFolder = ownFolder('file')
beforeAll(async () => {
  house = await openHouse({ now: NOW })
  furnish(house.as())
  for (const month of ['2026-04', '2026-05', '2026-06'])
    for (const [i, leaderId] of LEADERS.entries())
      reflect(house.as(), { month, leaderId, valued: i < 2 ? 1 : 5, pride: i === 0 ? 3 : i < 3 ? 5 : 1 })
})

function copied(name: string): string {
  const path = inFolder(name)
  house.db.$client.prepare('vacuum into ?').run(path)

  return path
}

function look<T>(path: string, at: (ctx: ReturnType<House['as']>) => T): T {
  const sqlite = openDatabase(path)
  try {
    return at({ ...house.as(), db: drizzleOver(sqlite) })
  } finally {
    sqlite.close()
  }
}

const closings = (ctx: ReturnType<House['as']>) => ({
  months: ctx.db.$client.prepare('select month from closed_months order by 1').pluck().all(),
  contacts: ctx.db.$client.prepare('select count(*) from frozen_contacts').pluck().get(),
  cells: ctx.db.$client.prepare('select count(*) from published_cells').pluck().get(),
  recorded: ctx.db.$client.prepare("select count(*) from audit_entries where action = 'closed'").pluck().get(),
})

describe('closing in a process of its own', () => {
  it('closes each month once, also where two do it at once', async () => {
    const path = copied('two.db')
    await Promise.all([closeApart(path, Temporal.Instant.from(NOW)), closeApart(path, Temporal.Instant.from(NOW))])
    const { months, contacts, recorded } = look(path, closings)
    expect([months, contacts, recorded]).toEqual([['2026-04', '2026-05', '2026-06'], 18, 3])
    expect(look(path, listDifferences)).toEqual([])
  })

  it('says what it complained of, and has then written nothing', async () => {
    const path = inFolder('torn.db')
    writeFileSync(path, 'a file that was torn')
    await expect(closeApart(path, Temporal.Instant.from(NOW))).rejects.toThrow(/ended with 1: .*torn\.db is damaged/s)
    expect(readFileSync(path, 'utf8')).toBe('a file that was torn')
  })

  it('is whole after kill -9, whenever it comes, and goes on where it was', async () => {
    const whole = copied('whole.db')
    const { statements } = runKilled('close months', whole, NOW, 0)
    const closedWhenKilled: number[] = []
    for (const share of [0.2, 0.5, 0.97]) {
      const path = copied(`killed at ${share}.db`)
      expect(runKilled('close months', path, NOW, Math.round(statements * share)).signal).toBe('SIGKILL')
      closedWhenKilled.push(look(path, closings).months.length)
      await closeApart(path, Temporal.Instant.from(NOW))
      expect(look(path, closings)).toEqual(look(whole, closings))
      expect(look(path, listDifferences)).toEqual([])
    }
    expect(closedWhenKilled).toEqual([0, 1, 2])
  })
})

describe('the recount', () => {
  it('says what differs: a count, who took part, a turn, a contact that moved, a published number', async () => {
    const path = copied('spoilt.db')
    await closeApart(path, Temporal.Instant.from(NOW))
    look(path, ({ db }) => {
      db.$client.exec(
        "update answer_counts set contacts = contacts + 1 where month = '2026-05' and question = 'valued' and answer = '5' and breakdown = 'all'",
      )
      db.$client.exec("update participation_counts set due = due + 1 where breakdown = 'all'")
      db.$client.exec(
        'insert into standard_turns select id, 7 from standards limit 1 on conflict do update set times = 7',
      )
      db.$client.exec("update published_cells set count = count - 1 where measure = 'valued' and span = '2026-06'")
      db.$client.exec(
        "update reflections set counts = 0 where id = (select reflection_id from frozen_contacts where month = '2026-04' limit 1)",
      )
    })
    const said = look(path, listDifferences).join('\n')
    expect(said).toContain('2026-05, all: valued = 5 is kept as 5, and comes to 4.')
    expect(said).toMatch(/^2026-\d\d-\d\d, all: took part is kept as \d+ of \d+, and comes to \d+ of \d+\.$/m)
    expect(said).toMatch(/^Standard \S+ is kept as asked 7 times, and comes to \d+\.$/m)
    expect(said).toContain('2026-04: 1 contacts are not what was frozen when it was closed.')
    expect(said).toContain('2026-06, all contacts: valued')
  })
})
