import { sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { sameRows } from '../../platform/db/same_rows.ts'
import { answerCounts, organisation } from '../../platform/db/tables.ts'
import { readAsOf } from '../../platform/db/unchanged.ts'
import { addUp, type Tally } from './tally.ts'

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

/** The first month anything was counted in. */
export function findFirstMonth(ctx: Context): Month | null {
  return firstMonth(ctx.db).get() ?? null
}

/** Built anew by drizzle for every page it took ten times as long. */
const firstMonth = preparedOnce((db) =>
  db.$client.prepare<[], Month | null>('select min(month) from answer_counts').pluck(),
)

/** Months whose expectation gap was published. */
export function listGapMonths(ctx: Context): readonly Month[] {
  return gapMonths(ctx.db)
}

const gapMonths = sameRows<Month>(`select json_group_array(span) from published_cells
  where breakdown = 'all' and slice = '' and measure = 'expectation_gap' and level = '' and shown`)

export interface StandardRow {
  id: string
  statement: string
  target: number | null
  touchpoint: string
  touchpointId: string
}

/** Every standard in the order of its page, retired ones too: what was counted stays. */
export function listStandardRows(ctx: Context): readonly StandardRow[] {
  return standardRows(ctx.db)
}

const standardRows = sameRows<StandardRow>(
  `select json_group_array(json_object(
    'id', standards.id, 'touchpointId', touchpoint_id, 'statement', statement, 'target', target, 'touchpoint', touchpoints.name
  ) order by lower(touchpoints.name), position, standards.id)
  from standards join touchpoints on touchpoints.id = touchpoint_id`,
)

/** The organisation's version moves along, so that a settings form opened before cannot undo it unseen. */
export function updatePrimaryMeasure(ctx: Context, key: string): void {
  ctx.db
    .update(organisation)
    .set({ primaryMeasure: key, version: sql`${organisation.version} + 1` })
    .run()
}

/** Moves with everything a page is made from: a page made at the same count is not stale. */
export function dataAsOf(ctx: Context): string {
  return readAsOf(ctx)
}
