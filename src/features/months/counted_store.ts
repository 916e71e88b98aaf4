/** What was counted, month by month: read once, and read anew only where a count of that month has moved since. */
import type { Context } from '../../context.ts'
import { firstDay, lastDay, type Month } from '../../lib/periods.ts'
import type { Db } from '../../platform/db/open.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import type { CountedIn } from './breakdowns.ts'
import { TOOK_PART } from './measures.ts'
import type { Tally } from './tally.ts'

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
): Map<Month, CountedMonth> {
  const versions = new Map(versionRows(ctx.db).all() as [Month, number][])
  const shelf = shelfOf(ctx.db, JSON.stringify([counted, today]))
  const found = new Map<Month, CountedMonth>()
  for (const month of months) {
    const version = versions.get(month)
    if (version === undefined) continue
    const kept = shelf.get(month)
    const now = kept?.version === version ? kept : { version, month: readMonth(ctx.db, month, counted, today) }
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

function readMonth(db: Db, month: Month, { breakdown, slices }: CountedIn, today: Temporal.PlainDate): CountedMonth {
  const [among, tally] = [JSON.stringify(slices), new Map<string, Map<string, number>>()]
  for (const [question, answer, contacts] of answerRows(db).all(month, breakdown, among) as AnswerRow[]) {
    const answers = tally.get(question) ?? new Map<string, number>()
    tally.set(question, answers.set(answer, contacts))
  }
  const days = [firstDay(month).toString(), lastDay(month).toString(), today.toString()]
  const [reflected, due] = tookPart(db).get(breakdown, among, ...days) as [number | null, number]
  if (reflected !== null) tally.set(TOOK_PART.question, new Map([['yes', reflected]]).set('no', due - reflected))

  return { tally, predictors: predictorsIn(db).get(month) as number }
}

type AnswerRow = [question: string, answer: string, contacts: number]

const versionRows = preparedOnce((db) => db.$client.prepare('select month, version from count_versions').raw())

const answerRows = preparedOnce((db) =>
  db.$client
    .prepare(
      `select question, answer, sum(contacts) from answer_counts
      where month = ? and breakdown = ? and slice in (select value from json_each(?)) and question <> 'predicted_by'
      group by question, answer`,
    )
    .raw(),
)

/** By the month their window ended in (PRODUCT.md §4). */
const tookPart = preparedOnce((db) =>
  db.$client
    .prepare(
      `select sum(reflected), sum(due) from participation_counts
      where breakdown = ? and slice in (select value from json_each(?)) and to_day between ? and ? and to_day < ?`,
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
