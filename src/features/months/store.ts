import { asc, eq, min, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { firstDay, lastDay, type Month } from '../../lib/periods.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { answerCounts, organisation, participationCounts, standards, touchpoints } from '../../platform/db/tables.ts'
import { changeCount } from '../../platform/db/unchanged.ts'
import type { CountedIn } from './breakdowns.ts'
import type { Predictors } from './expectation_gap.ts'
import { TOOK_PART } from './measures.ts'
import { addUp, type Tally } from './tally.ts'

/** The counts of answers of some months, those of standards only of some of these; took part is not among them. */
export function listTallies(
  ctx: Context,
  months: readonly Month[],
  { breakdown, slices }: CountedIn,
  standardsIn: readonly Month[],
): Map<Month, Tally> {
  const asked = [JSON.stringify(months), breakdown, JSON.stringify(slices), JSON.stringify(standardsIn)]
  const tallies = new Map<Month, Map<string, Map<string, number>>>()
  for (const [month, question, answer, contacts] of tallyRows(ctx.db).all(asked) as TallyRow[]) {
    const tally = tallies.get(month) ?? new Map<string, Map<string, number>>()
    const counts = tally.get(question) ?? new Map<string, number>()
    tallies.set(month, tally.set(question, counts.set(answer, contacts)))
  }

  return tallies
}

type TallyRow = [month: Month, question: string, answer: string, contacts: number]

const tallyRows = preparedOnce((db) =>
  db.$client
    .prepare(
      `select month, question, answer, sum(contacts) from answer_counts
      where month in (select value from json_each(?)) and breakdown = ? and slice in (select value from json_each(?))
        and question <> 'predicted_by'
        and (question not glob 'standard:*' or month in (select value from json_each(?)))
      group by month, question, answer`,
    )
    .raw(),
)

/** The answers to one question by touchpoint and month. */
export function listTouchpointTallies(
  ctx: Context,
  months: readonly Month[],
  question: string,
): Map<string, Map<Month, Tally>> {
  const rows = ctx.db.values<[slice: string, month: Month, answer: string, contacts: number]>(sql`
    select slice, month, answer, contacts from ${answerCounts}
    where month in (select value from json_each(${JSON.stringify(months)}))
      and breakdown = 'touchpoint' and question = ${question}`)
  const bySlice = Map.groupBy(rows, ([slice]) => slice)

  return new Map(
    [...bySlice].map(([slice, all]) => [
      slice,
      new Map(
        [...Map.groupBy(all, ([, month]) => month)].map(([month, given]) => [
          month,
          addUp(given.map(([, , answer, contacts]) => ({ question, answer, contacts }))),
        ]),
      ),
    ]),
  )
}

/** How many different leaders predicted in each month, counted no further than `enough`. */
export function listPredictors(ctx: Context, months: readonly Month[], enough: number): Predictors {
  const rows = ctx.db.all<{ month: Month; leaders: number }>(sql`
    select asked.value as month, (select count(*) from (
      select 1 from ${answerCounts}
      where month = asked.value and breakdown = 'all' and slice = '' and question = 'predicted_by' limit ${enough}
    )) as leaders from json_each(${JSON.stringify(months)}) as asked`)

  return new Map(rows.map(({ month, leaders }) => [month, leaders]))
}

export interface Participation {
  month: Month
  reflected: number
  due: number
}

/** Of the assignments that were due by a day, how many were reflected, by the month their window ended in (PRODUCT.md §4). */
export function listParticipation(
  ctx: Context,
  months: readonly Month[],
  today: Temporal.PlainDate,
  { breakdown, slices }: CountedIn,
): Participation[] {
  const [first = '', last = first] = [months[0], months.at(-1)]

  return ctx.db.all<Participation>(sql`
    select substr(to_day, 1, 7) as month, sum(reflected) as reflected, sum(due) as due from ${participationCounts}
    where breakdown = ${breakdown} and slice in (select value from json_each(${JSON.stringify(slices)}))
      and to_day between ${firstDay(first).toString()} and ${lastDay(last).toString()} and to_day < ${today.toString()}
    group by 1`)
}

/** Participation as answers, so that it is read like every other measure. */
export function participationTally({ reflected, due }: Participation): Tally {
  const answers = { yes: reflected, no: due - reflected }

  return addUp(
    Object.entries(answers).map(([answer, contacts]) => ({ question: TOOK_PART.question, answer, contacts })),
  )
}

/** The first month anything was counted in. */
export function findFirstMonth(ctx: Context): Month | null {
  return (
    ctx.db
      .select({ month: min(answerCounts.month) })
      .from(answerCounts)
      .get()?.month ?? null
  )
}

export interface StandardRow {
  id: string
  statement: string
  target: number | null
  touchpoint: string
  touchpointId: string
}

/** Every standard in the order of its page, retired ones too: what was counted stays. */
export function listStandardRows(ctx: Context): StandardRow[] {
  return standardRows(ctx.db).all()
}

const standardRows = preparedOnce((db) =>
  db
    .select({
      id: standards.id,
      touchpointId: standards.touchpointId,
      statement: standards.statement,
      target: standards.target,
      touchpoint: touchpoints.name,
    })
    .from(standards)
    .innerJoin(touchpoints, eq(touchpoints.id, standards.touchpointId))
    .orderBy(asc(sql`lower(${touchpoints.name})`), asc(standards.position), asc(standards.id))
    .prepare(),
)

/** The organisation's version moves along, so that a settings form opened before cannot undo it unseen. */
export function updatePrimaryMeasure(ctx: Context, key: string): void {
  ctx.db
    .update(organisation)
    .set({ primaryMeasure: key, version: sql`${organisation.version} + 1` })
    .run()
}

/** Moves with everything a page is made from: a page made at the same count is not stale. */
export function dataAsOf({ db }: Context): string {
  return changeCount(db)
}
