import { type Countable, countChanges } from '../../src/features/reflections/counts.ts'
import { recordCounts } from '../../src/features/reflections/counts_store.ts'
import { monthsUpTo } from '../../src/lib/periods.ts'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import * as tables from '../../src/platform/db/tables.ts'
import { beginTown } from './town.ts'

const MONTHS = 24
const TOUCHPOINTS = 40
const SCENARIOS = 20
/** Different contacts at each touchpoint and month, where there are as many; each stands for as many as make up the number asked for. */
const KINDS = 25

/**
 * A company of so many reflections over 24 months and 40 touchpoints, written to a file as what the months are read from: the counts of
 * answers and of who took part, each kind of contact counted as often as it takes. The reflections themselves are left out. Gives a
 * lead's cookie.
 */
export function foundCounty(path: string, reflections: number): string {
  const sqlite = openDatabase(path)
  migrateDatabase(sqlite, path)
  const db = drizzleOver(sqlite)
  const begin = sqlite.transaction(() => {
    const cookie = beginTown(db, TOUCHPOINTS)
    furnish(db)
    count(db, reflections / (MONTHS * TOUCHPOINTS))

    return cookie
  })
  const cookie = begin()
  sqlite.close()

  return cookie
}

/** One more reflection is handed in this month: every measure moves, as far as the months are read from it. */
export function countOneMore(db: Db, nth: number): void {
  const [month = ''] = monthsUpTo(Temporal.Now.plainDateISO('UTC').toPlainYearMonth().toString(), 1)
  const handedIn = contact(month, nth % TOUCHPOINTS, nth % KINDS)
  db.$client.transaction(() => recordCounts({ db }, null, handedIn)).immediate()
}

function furnish(db: Db): void {
  for (let nth = 0; nth < SCENARIOS; nth++)
    db.insert(tables.scenarios)
      .values({ id: `errand-${nth}`, title: `Errand ${nth}`, purpose: nth % 2 ? 'ask' : 'buy', languages: ['en'] })
      .run()
  for (let nth = 0; nth < TOUCHPOINTS * 3; nth++)
    db.insert(tables.standards)
      .values({
        ...{ id: `standard-${nth}`, touchpointId: `way-${nth % TOUCHPOINTS}`, statement: `Standard ${nth}` },
        ...{ target: 0.8, position: Math.floor(nth / TOUCHPOINTS) },
      })
      .run()
}

function count(db: Db, each: number): void {
  const kinds = Math.min(KINDS, Math.round(each))
  const times = Math.round(each / kinds)
  const counts = new Map<string, (string | number)[]>()
  const months = monthsUpTo(Temporal.Now.plainDateISO('UTC').toPlainYearMonth().toString(), MONTHS)
  for (const month of months)
    for (let way = 0; way < TOUCHPOINTS; way++)
      for (let kind = 0; kind < kinds; kind++)
        for (const change of countChanges(null, contact(month, way, kind))) {
          const place = [change.month, change.breakdown, change.slice, change.question, change.answer]
          const row = counts.get(place.join(' ')) ?? [...place, 0]
          row[5] = Number(row[5]) + times
          counts.set(place.join(' '), row)
        }
  const insert = db.$client.prepare('insert into answer_counts values (?, ?, ?, ?, ?, ?)')
  for (const row of counts.values()) insert.run(row)
  const tookPart = db.$client.prepare('insert into participation_counts values (?, ?, ?, ?, ?)')
  for (const month of months)
    for (let day = 1; day <= kinds; day++)
      for (const [breakdown, slice, of] of partsOf())
        tookPart.run(breakdown, slice, `${month}-${String(day).padStart(2, '0')}`, of * times, of * times)
}

function partsOf(): [string, string, number][] {
  const ways = Array.from({ length: TOUCHPOINTS }, (_, nth): [string, string, number] => [
    'touchpoint',
    `way-${nth}`,
    1,
  ])

  return [['all', '', TOUCHPOINTS], ['program', 'program', TOUCHPOINTS], ...ways]
}

/** Every answer comes up, none by chance: two runs measure the same. */
function contact(month: string, way: number, kind: number): Countable {
  const nth = way * 7 + kind + Number(month.slice(5))
  const pick = <T>(of: readonly T[], every = 1): T => of[Math.floor(nth / every) % of.length] as T

  return {
    ...{ month, programId: 'program', touchpointId: `way-${way}`, scenarioId: `errand-${nth % SCENARIOS}` },
    ...{ leaderId: `leader-${nth % 40}`, counts: true, cover: 'kept', daysLate: nth % 9 === 0 ? 1 : 0 },
    ...{ reached: pick(['person', 'person', 'bot'] as const, 3), addressed: pick(['yes', 'partly', 'yes'] as const) },
    ...{ correct: 'yes', escalation: pick(['offered', 'not_needed', 'when_asked'] as const, 2), promise: 'none' },
    ...{ survey: pick(['not_asked', 'could_say'] as const), valued: pick([4, 5, 2, 3, 1] as const, 2) },
    ...{ acknowledged: pick([4, 2, 5] as const), pride: pick([5, 3, 1, 4] as const, 5), business: 'yes' },
    predictedValued: pick([1, 2, 3, 4, 5] as const, 3),
    standards: { [`standard-${way + TOUCHPOINTS * (nth % 3)}`]: pick(['met', 'met', 'not_met'] as const) },
  }
}
