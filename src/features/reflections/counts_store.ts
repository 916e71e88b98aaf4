import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { answerCounts, predictions, reflectionStandards, reflections } from '../../platform/db/tables.ts'
import { type Countable, type CountChange, countChanges } from './counts.ts'

/** A reflection as counting sees it; read before and after a change, both go to recordCounts. */
export function findCountable(ctx: Context, id: string): Countable | null {
  return selectCountables(ctx, sql`${reflections.id} = ${id}`)[0] ?? null
}

/** Every reflection of a month as counting sees it: the plain recount. */
export function listCountables(ctx: Context, month: string): Countable[] {
  return selectCountables(ctx, eq(reflections.month, month))
}

/** Keeps the counts of answers in step with a reflection handed in (before is null) or corrected, in the same transaction. */
export function recordCounts(ctx: Context, before: Countable | null, after: Countable | null): void {
  const changes = countChanges(before, after)
  const more = changes.filter(({ contacts }) => contacts > 0)
  const fewer = changes.filter(({ contacts }) => contacts < 0)
  if (more.length > 0) addCounts(ctx, more)
  for (const change of fewer) takeCount(ctx, change)
}

/** All at once: sixty single statements would take longer than handing in itself. */
function addCounts(ctx: Context, changes: CountChange[]): void {
  const rows = changes.map((each) => [
    each.month,
    each.breakdown,
    each.slice,
    each.question,
    each.answer,
    each.contacts,
  ])
  ctx.db.run(sql`
    insert into ${answerCounts} (month, breakdown, slice, question, answer, contacts)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(${JSON.stringify(rows)}) where true
    on conflict do update set contacts = contacts + excluded.contacts`)
}

/** An insert of fewer than none is refused by the table's check even where it would only lower a count, hence an update. */
function takeCount(ctx: Context, change: CountChange): void {
  const { month, breakdown, slice, question, answer, contacts } = change
  const row = sql`(month, breakdown, slice, question, answer) = (${month}, ${breakdown}, ${slice}, ${question}, ${answer})`
  const lowered = ctx.db.run(sql`update ${answerCounts} set contacts = contacts + ${contacts} where ${row}`)
  if (lowered.changes !== 1) throw new Error(`${question} = ${answer} of ${month} was never counted`)

  ctx.db.run(sql`delete from ${answerCounts} where ${row} and contacts = 0`)
}

function selectCountables(ctx: Context, which: ReturnType<typeof sql>): Countable[] {
  const standards = sql<string>`(select json_group_object(${reflectionStandards.standardId}, ${reflectionStandards.answer})
    from ${reflectionStandards} where ${reflectionStandards.reflectionId} = ${reflections.id})`
  const rows = ctx.db
    .select({ reflection: reflections, predictedValued: predictions.predictedValued, standards })
    .from(reflections)
    .leftJoin(predictions, eq(predictions.assignmentId, reflections.assignmentId))
    .where(which)
    .all()

  // The table's checks hold the scales to 1–5, which its types call numbers.
  return rows.map(({ reflection, predictedValued, standards }) => ({
    ...(reflection as typeof reflection & Pick<Countable, 'valued' | 'acknowledged' | 'pride'>),
    predictedValued,
    standards: JSON.parse(standards) as Countable['standards'],
  }))
}
