import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../seeds/demo.ts'
import { layOutDemo } from '../../seeds/demo_file.ts'
import { monthsUpTo } from '../../src/lib/periods.ts'
import { holdDatabase } from '../../src/platform/db/lock.ts'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, openDatabase } from '../../src/platform/db/open.ts'
import { openDemo } from '../support/demo.ts'
import { freshDatabase } from '../support/house.ts'

/** Rows of the planted database, read with plain SQL: what is there, not what the code says is there. */
function rows<T>(db: Db, sql: string): T[] {
  return db.$client.prepare(sql).all() as T[]
}

function one<T>(db: Db, sql: string): T {
  const [value] = Object.values(rows<Record<string, T>>(db, sql)[0] ?? {})

  return value as T
}

function planted(now: string, months: number): Db {
  const db = freshDatabase()
  seedDemo(db, Temporal.Instant.from(now), months)

  return db
}

describe('the file of the demo', () => {
  const june = Temporal.Instant.from('2026-06-10T11:30:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const path = join(folder, 'demo.db')
  const said: string[] = []
  const layOut = (fresh = false, at = path) => layOutDemo(at, fresh, june, (words) => said.push(words), 0)
  beforeAll(() => layOut())
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is built once, and then opened as it was left', async () => {
    expect(said[0]).toContain('Building Northwind Energy')
    said.length = 0
    await layOut()
    expect(said[0]).toContain('is as you left it; Northwind’s year ends on 10 June 2026.')
    expect(said[1]).toContain('--fresh')
  })

  it('is not built anew while it runs', async () => {
    const running = holdDatabase(path)
    await expect(layOut(true)).rejects.toThrow(`Another Plainclothes already uses ${path}. Stop it first.`)
    running.release()
  })

  it('is never laid over a database that is not a demo’s', async () => {
    const other = join(folder, 'company.db')
    const company = openDatabase(other)
    migrateDatabase(company)
    company.close()
    const before = readFileSync(other)
    for (const fresh of [false, true]) await expect(layOut(fresh, other)).rejects.toThrow('is not a demo’s database')
    expect(readFileSync(other).equals(before)).toBe(true)
  })
})

describe('the demo on a Wednesday in June', () => {
  let db: Db
  beforeAll(async () => {
    db = (await openDemo()).db
  })

  it('has written to everybody whose window passed in the quarter that runs', () => {
    const letters = '(select count(*) from letters where instr(occasion, assignments.id) > 0)'
    const passed = "from assignments where state = 'missed' and from_day >= '2026-04-01'"
    expect(one<number>(db, `select count(*) ${passed}`)).toBeGreaterThan(2)
    expect(one(db, `select count(*) ${passed} and ${letters} = 0`)).toBe(0)
  })

  it('has 24 leaders in 7 departments and 3 countries', () => {
    const leaders =
      "from members m join member_roles r on r.member_id = m.id and r.role = 'leader' and retired_on is null"
    expect(one(db, `select count(*) ${leaders}`)).toBe(24)
    expect(one(db, `select count(distinct department_id) ${leaders}`)).toBe(7)
    expect(one(db, `select count(distinct country) ${leaders}`)).toBe(3)
    expect(one(db, 'select count(*) from members where retired_on is not null')).toBe(1)
  })

  it('has 9 touchpoints of 6 channels with 3 to 5 standards each, 30 scenarios and two programs', () => {
    expect(one(db, 'select count(*) from touchpoints')).toBe(9)
    expect(one(db, 'select count(distinct channel) from touchpoints')).toBe(6)
    const standards = rows<{ n: number }>(db, 'select count(*) n from standards group by touchpoint_id')
    expect(standards).toHaveLength(9)
    expect(standards.every(({ n }) => n >= 3 && n <= 5)).toBe(true)
    expect(one(db, 'select count(*) from scenarios')).toBe(30)
    expect(one(db, 'select count(*) from programs')).toBe(2)
  })

  it('has a year of reflections, a dozen and more in every month that is over', () => {
    const months = rows<{ month: string; n: number }>(
      db,
      'select substr(contacted_on, 1, 7) month, count(*) n from reflections group by 1 order by 1',
    )
    expect(months.map(({ month }) => month)).toEqual(monthsUpTo('2026-06', 13))
    expect(months.slice(0, -1).every(({ n }) => n >= 12)).toBe(true)
  })

  it('has had its share of trouble', () => {
    for (const state of ['missed', 'declined', 'excused', 'contacted', 'open', 'planned'])
      expect(one(db, `select count(*) from assignments where state = '${state}'`), state).toBeGreaterThan(0)
    for (const trouble of [
      "cover = 'blown'",
      "cover = 'suspected'",
      "reached = 'bot'",
      "reached = 'gave_up'",
      'days_late > 0',
      "promise = 'broken'",
      "survey = 'could_not_say'",
    ])
      expect(one(db, `select count(*) from reflections where ${trouble}`), trouble).toBeGreaterThan(0)
  })

  it('shows the billing line improve, the German one right but cold, the shop warm but wrong', () => {
    const share = (what: string, where: string) =>
      one<number>(db, `select avg(${what}) from reflections where ${where}`)
    const before = share('valued >= 4', "touchpoint_id = 'billing' and contacted_on < '2025-12-01'")
    const since = share('valued >= 4', "touchpoint_id = 'billing' and contacted_on >= '2025-12-01'")
    expect(since - before).toBeGreaterThan(0.15)
    expect(share("correct = 'yes'", "touchpoint_id = 'german'")).toBeGreaterThan(0.6)
    expect(share('acknowledged >= 4', "touchpoint_id = 'german'")).toBeLessThan(0.5)
    expect(share("correct = 'yes'", "touchpoint_id = 'shop'")).toBeLessThan(0.6)
    expect(share('acknowledged >= 4', "touchpoint_id = 'shop'")).toBeGreaterThan(0.6)
  })

  it('has contacts nobody planned', () => {
    const logged = "from assignments where origin = 'own_initiative' and state = 'reflected'"
    expect(one(db, `select count(*) ${logged}`)).toBeGreaterThan(3)
  })

  it('has leaders who expect more than they get', () => {
    const gap = 'select avg(valued - predicted_valued) from reflections join predictions using (assignment_id)'
    expect(one(db, gap)).toBeLessThan(-0.3)
  })

  it('has each quarter reviewed in the weekdays after its last month closed, one step a day', () => {
    const reviews = rows<
      Record<'state' | 'signed' | 'commented' | 'submitted' | 'wrote' | 'drafted' | 'closed', string>
    >(db, REVIEW_DAYS)
    expect(reviews.map(({ state }) => state)).toEqual(['signed', 'signed', 'submitted'])
    for (const { state, ...on } of reviews) {
      const steps = [on.closed, on.drafted, on.wrote, on.submitted, on.commented, on.signed]
      const taken = steps.slice(0, state === 'signed' ? 6 : 4)
      expect(taken).toEqual([...new Set(taken)].toSorted())
      const byPeople = taken.slice(2).map((day) => Temporal.PlainDate.from(day))
      expect(byPeople.filter(({ dayOfWeek }) => dayOfWeek > 5).map(String)).toEqual([])
    }
  })

  it('has reviews that tell of nothing done after they were submitted', () => {
    expect(one(db, `select count(*) ${TOLD_DONE}`)).toBeGreaterThan(0)
    expect(rows(db, `select r.quarter, f.commitment, f.done_on ${TOLD_DONE} and f.done_on > r.submitted_on`)).toEqual(
      [],
    )
  })

  it('breaks no hard rule', () => {
    expect(rows(db, BROKEN_PAIRS)).toEqual([])
    expect(rows(db, BROKEN_COOLDOWNS)).toEqual([])
    expect(rows(db, BROKEN_WINDOWS)).toEqual([])
    expect(rows(db, BROKEN_MONTHS)).toEqual([])
  })

  it('has no pair of months that tells one story, and no leader who tells one twice', () => {
    expect(
      rows(
        db,
        `select story, count(*) n from reflections group by substr(contacted_on, 1, 7), story having n > 1
         union all select story, count(*) n from reflections group by leader_id, story having n > 1`,
      ),
    ).toEqual([])
  })
})

/** The fiscal year of the demo is the calendar’s. */
const LAST_MONTH = "substr(r.quarter, 1, 5) || printf('%02d', substr(r.quarter, 7) * 3)"
const REVIEW_DAYS = `
  select r.state, r.drafted_on drafted, r.submitted_on submitted, r.signed_on signed,
    (select closed_on from closed_months m where m.month = ${LAST_MONTH}) closed,
    (select max(day) from audit_entries e where e.subject_id = r.id and e.action = 'wrote') wrote,
    (select max(written_on) from review_comments c where c.review_id = r.id) commented
  from reviews r order by r.quarter`

/** Follow-ups as a review tells of them: "Done 22 August 2026, says its owner". */
const TOLD_DONE = `
  from reviews r, json_tree(r.content) told join followups f on f.commitment = json_extract(r.content, told.path || '.what')
  where told.key = 'state' and told.atom like 'Done%'`

/** Own department, own touchpoint, or no common language. */
const BROKEN_PAIRS = `
  select a.id from assignments a join members m on m.id = a.leader_id join touchpoints t on t.id = a.touchpoint_id
  where a.origin <> 'own_initiative' and (m.department_id = t.department_id or t.owner_id = m.id
    or not exists (select 1 from json_each(m.languages) l join json_each(t.languages) s on s.value = l.value))`

/** What still stands or was made: it starts a cool-down of ninety days, and 365 where the cover was blown. */
const STANDS = "a.origin <> 'own_initiative' and a.state in ('planned', 'open', 'contacted', 'reflected')"
const DAY = 'coalesce(%.contacted_on, %.to_day)'
const BROKEN_COOLDOWNS = `
  select a.id, b.id from assignments a join assignments b
    on b.leader_id = a.leader_id and b.touchpoint_id = a.touchpoint_id and b.from_day > a.from_day
    left join reflections r on r.assignment_id = a.id
  where ${STANDS} and ${STANDS.replaceAll('a.', 'b.')}
    and julianday(b.from_day) - julianday(${DAY.replaceAll('%', 'a')}) < iif(r.cover = 'blown', 365, 90)`

const BROKEN_WINDOWS = `
  select a.id, b.id from assignments a join assignments b on b.touchpoint_id = a.touchpoint_id and b.id > a.id
  where ${STANDS} and ${STANDS.replaceAll('a.', 'b.')} and a.from_day <= b.to_day and b.from_day <= a.to_day`

const BROKEN_MONTHS = `
  select leader_id, substr(contacted_on, 1, 7) month from reflections where counts group by 1, 2 having count(*) > 2`

describe('the demo on any day', () => {
  const days = {
    'the first of a month, just after midnight': '2026-11-01T00:10:00Z',
    'a leap day': '2028-02-29T08:00:00Z',
    'a Sunday on which the clocks change': '2027-03-28T00:30:00Z',
    'New Year’s Eve': '2026-12-31T22:00:00Z',
  }
  for (const [name, now] of Object.entries(days))
    it(`gives the cast something to do on ${name}`, () => {
      const db = planted(now, 1)
      const today = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
      const waiting = `state = 'open' and from_day <= '${today}' and to_day >= '${today}'`
      expect(one(db, `select count(*) from assignments where leader_id = 'nora' and ${waiting}`)).toBe(1)
      expect(one(db, "select count(*) from assignments where leader_id = 'viktor' and state = 'contacted'")).toBe(1)
      expect(one(db, 'select count(*) from reflection_drafts')).toBe(1)
      expect(one(db, "select count(*) from rounds where program_id = 'own_customer' and state = 'planned'")).toBe(1)
      expect(rows(db, BROKEN_WINDOWS)).toEqual([])
    })

  it('is the same on the same day', () => {
    const contents = [0, 1].map(() => {
      const db = planted('2026-06-10T11:30:00Z', 0)
      const tables = rows<{ name: string }>(db, "select name from sqlite_schema where type = 'table' order by 1")

      return tables.map(({ name }) => rows(db, `select * from "${name}"`))
    })
    expect(contents[1]).toEqual(contents[0])
  })
})
