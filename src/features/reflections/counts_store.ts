import { and, eq, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { answerCounts, predictions, reflectionStandards, reflections } from '../../platform/db/tables.ts'
import { type Countable, type CountChange, countChanges } from './counts.ts'

/** isCounted (counts.ts), asked of the table. */
export const IS_COUNTED = and(eq(reflections.counts, true), ne(reflections.cover, 'blown'))

/** A reflection as counting sees it; read before and after a change, both go to recordCounts. */
export function findCountable(ctx: Context, id: string): Countable | null {
  return countable(ctx.db).all({ id }).map(asCountable)[0] ?? null
}

/** Every reflection of a month as counting sees it: the plain recount. */
export function listCountables(ctx: Context, month: string): Countable[] {
  return selectCountables(ctx.db).where(eq(reflections.month, month)).all().map(asCountable)
}

const countable = preparedOnce((db) =>
  selectCountables(db)
    .where(eq(reflections.id, sql.placeholder('id')))
    .prepare(),
)

/** Keeps the counts of answers in step with a reflection handed in (before is null) or corrected, in the same transaction. */
export function recordCounts(ctx: Pick<Context, 'db'>, before: Countable | null, after: Countable | null): void {
  const changes = countChanges(before, after)
  const more = changes.filter(({ contacts }) => contacts > 0)
  const fewer = changes.filter(({ contacts }) => contacts < 0)
  if (more.length > 0) addCounts(ctx, more)
  for (const change of fewer) takeCount(ctx, change)
}

/** A slice at once: sixty single statements would take longer than handing in itself, and so would sixty rows to be parsed. */
function addCounts(ctx: Pick<Context, 'db'>, changes: CountChange[]): void {
  const placeOf = ({ month, breakdown, slice, contacts }: CountChange) => [month, breakdown, slice, contacts]
  const bySlice = Map.groupBy(changes, (change) => JSON.stringify(placeOf(change)))
  for (const more of bySlice.values()) {
    const { month, breakdown, slice, contacts } = more[0] as CountChange
    const answers = Object.fromEntries(more.map(({ question, answer }) => [question, answer]))
    addRows(ctx.db).run(month, breakdown, slice, contacts, JSON.stringify(answers))
  }
}

const addRows = preparedOnce((db) =>
  db.$client.prepare(
    `insert into answer_counts (month, breakdown, slice, contacts, question, answer)
    select ?, ?, ?, ?, key, value from json_each(+?) where true
    on conflict do update set contacts = contacts + excluded.contacts`,
  ),
)

/** An insert of fewer than none is refused by the table's check even where it would only lower a count, hence an update. */
function takeCount(ctx: Pick<Context, 'db'>, change: CountChange): void {
  const { month, breakdown, slice, question, answer, contacts } = change
  const row = sql`(month, breakdown, slice, question, answer) = (${month}, ${breakdown}, ${slice}, ${question}, ${answer})`
  const lowered = ctx.db.run(sql`update ${answerCounts} set contacts = contacts + ${contacts} where ${row}`)
  if (lowered.changes !== 1) throw new Error(`${question} = ${answer} of ${month} was never counted`)

  ctx.db.run(sql`delete from ${answerCounts} where ${row} and contacts = 0`)
}

function selectCountables(db: Db) {
  const standards = sql<string>`(select json_group_object(${reflectionStandards.standardId}, ${reflectionStandards.answer})
    from ${reflectionStandards} where ${reflectionStandards.reflectionId} = ${reflections.id})`

  return db
    .select({ reflection: reflections, predictedValued: predictions.predictedValued, standards })
    .from(reflections)
    .leftJoin(predictions, eq(predictions.assignmentId, reflections.assignmentId))
}

interface CountableRow {
  reflection: typeof reflections.$inferSelect
  predictedValued: number | null
  standards: string
}

/** The table's checks hold the scales to 1–5, which its types call numbers, and standards to their four answers. */
function asCountable({ reflection, predictedValued, standards }: CountableRow): Countable {
  return {
    ...(reflection as typeof reflection & Pick<Countable, 'valued' | 'acknowledged' | 'pride'>),
    predictedValued,
    standards: JSON.parse(standards) as Countable['standards'],
  }
}
