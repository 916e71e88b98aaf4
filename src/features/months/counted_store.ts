/** What was counted, month by month: read once, and read anew only where a count of that month has moved since. */
import type { Context } from '../../context.ts'
import { addMonths, type Month } from '../../lib/periods.ts'
import type { Db } from '../../platform/db/open.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import type { CountedIn } from './breakdowns.ts'
import { TOOK_PART } from './measures.ts'
import type { Keeping } from './past.ts'
import type { Answers, Tally } from './tally.ts'

/** A month as the measures read it; the very same object while nothing in it has moved. */
export interface CountedMonth {
  tally: Tally
  /** How many different leaders predicted, over all contacts. */
  predictors: number
}

/**
 * The counts of some months, those without any left out. Of assignments those count that were due before today. Never stale: a version
 * beside the counts moves with them, whoever writes (count_versions), and it is read before they are.
 */
export function listCounted(
  ctx: Pick<Context, 'db'>,
  months: readonly Month[],
  counted: CountedIn,
  today: Temporal.PlainDate,
  keeping: Keeping = 'kept',
): Map<Month, CountedMonth> {
  const versions = new Map(versionRows(ctx.db).all() as [Month, number][])
  const shelf = keeping === 'kept' ? shelfOf(ctx.db, JSON.stringify([counted, today])) : new Map()
  const found = new Map<Month, CountedMonth>()
  for (const month of months) {
    const version = versions.get(month)
    if (version === undefined) continue
    const kept = shelf.get(month)
    const now =
      kept?.version === version ? kept : { version, month: readMonth(ctx.db, month, { counted, today, keeping, kept }) }
    shelf.set(month, now)
    found.set(month, now.month)
  }

  return found
}

type Shelf = Map<Month, { version: number; month: CountedMonth }>

/** So many slices are kept with their months; the one longest not asked for goes first. */
const MOST = 8

const shelves = new WeakMap<Db, Map<string, Shelf>>()

/** Within a transaction nothing is kept: it may be undone, and its versions come again with other counts. */
function shelfOf(db: Db, key: string): Shelf {
  if (db.$client.inTransaction) return new Map()
  const all = shelves.get(db) ?? new Map<string, Shelf>()
  const shelf = all.get(key) ?? new Map()
  all.delete(key)
  shelves.set(db, all.set(key, shelf))
  if (all.size > MOST) all.delete(all.keys().next().value ?? key)

  return shelf
}

interface Reading {
  counted: CountedIn
  today: Temporal.PlainDate
  keeping: Keeping
  kept: { month: CountedMonth } | undefined
}

/** Of a month that was read before, the questions nobody answered since keep their very answers: what was made of them still holds. */
function readMonth(db: Db, month: Month, { counted, today, keeping, kept }: Reading): CountedMonth {
  const { breakdown, slices } = counted
  const [among, tally] = [JSON.stringify(slices), new Map<string, Answers>()]
  const said =
    slices.length === 1 ? saidInOne(db).all(month, breakdown, slices[0]) : saidIn(db).all(month, breakdown, among)
  for (const [question, answers] of said as [string, string][])
    tally.set(question, keeping === 'kept' ? sameOrRead(kept?.month.tally.get(question), answers) : read(answers))
  const before = [addMonths(month, 1), today.toString()].sort()[0]
  const [reflected, due] = tookPart(db).get(breakdown, among, month, before) as [number | null, number]
  if (reflected !== null) tally.set(TOOK_PART.question, new Map([['yes', reflected]]).set('no', due - reflected))

  return { tally, predictors: predictorsIn(db).get(month) as number }
}

/** What each question's answers were read from. */
const saidOf = new WeakMap<Answers, string>()

function sameOrRead(kept: Answers | undefined, said: string): Answers {
  if (kept && saidOf.get(kept) === said) return kept
  const answers = read(said)
  saidOf.set(answers, said)

  return answers
}

function read(said: string): Answers {
  const given: Record<string, number> = JSON.parse(said)
  const answers = new Map<string, number>()
  for (const answer in given) answers.set(answer, given[answer] ?? 0)

  return answers
}

const versionRows = preparedOnce((db) => db.$client.prepare('select month, version from count_versions').raw())

/** A row for each question: what is not read row by row is read in half the time, and seen at a glance to be the same. */
const saidIn = preparedOnce((db) =>
  db.$client
    .prepare(
      `select question, json_group_object(answer, contacts) from (
        select question, answer, sum(contacts) as contacts from answer_counts
        where month = +? and breakdown = +? and slice in (select value from json_each(+?)) and question <> 'predicted_by'
        group by question, answer
      ) group by question`,
    )
    .raw(),
)

/** Of one slice they come in their order, and nothing has to be sorted: twice as fast. */
const saidInOne = preparedOnce((db) =>
  db.$client
    .prepare(
      `select question, json_group_object(answer, contacts) from answer_counts
      where month = +? and breakdown = +? and slice = +? and question <> 'predicted_by' group by question`,
    )
    .raw(),
)

/** By the month their window ended in (PRODUCT.md §4). One bound above: given two, SQLite seeks by the wider one and reads on to it. */
const tookPart = preparedOnce((db) =>
  db.$client
    .prepare(
      `select sum(reflected), sum(due) from participation_counts
      where breakdown = +? and slice in (select value from json_each(+?)) and to_day > +? and to_day < +?`,
    )
    .raw(),
)

const predictorsIn = preparedOnce((db) =>
  db.$client
    .prepare(
      `select count(*) from answer_counts where month = ? and breakdown = 'all' and slice = '' and question = 'predicted_by'`,
    )
    .pluck(),
)
