/** What is kept beside the reflections, recounted from them: for an operator who wants to know that the numbers hold. */
import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { type Month, monthsBetween } from '../../lib/periods.ts'
import { answerCounts, publishedCells } from '../../platform/db/tables.ts'
import { countChanges } from '../reflections/counts.ts'
import { listCountables } from '../reflections/counts_store.ts'
import { eachPlacedAssignment, eachPlacedContact, IS_COUNTED_ROW } from './placed_store.ts'
import { isAt, type Placed } from './places.ts'
import { differencesIn, type Frozen, numbersAgain, type Recountable } from './recount.ts'
import { listUpkeepDifferences } from './upkeep_store.ts'

/** One sentence for everything that differs; none: all numbers hold. */
export function listDifferences(ctx: Context): string[] {
  return [
    ...countedDifferences(ctx),
    ...listUpkeepDifferences(ctx),
    ...frozenDifferences(ctx),
    ...publishedDifferences(ctx),
  ]
}

function countedDifferences(ctx: Context): string[] {
  const months = ctx.db.all<{ month: Month }>(
    sql`select month from reflections union select month from answer_counts order by 1`,
  )

  return months.flatMap(({ month }) => {
    const kept = ctx.db.select().from(answerCounts).where(eq(answerCounts.month, month)).all()
    const again = listCountables(ctx, month).flatMap((reflection) => countChanges(null, reflection))

    return differencesIn(month, kept, again)
  })
}

/** What was frozen is what counted; nothing may have moved since. */
function frozenDifferences(ctx: Context): string[] {
  const moved = ctx.db.all<{ month: Month; contacts: number }>(sql`
    select month, count(*) as contacts from (
      select f.month from frozen_contacts f join reflections r on r.id = f.reflection_id
        where r.month <> f.month or not ${IS_COUNTED_ROW} or r.leader_id <> f.leader_id
      union all
      select r.month from reflections r join closed_months c on c.month = r.month
        where ${IS_COUNTED_ROW} and not exists (select 1 from frozen_contacts f where f.reflection_id = r.id)
    ) group by month`)

  return moved.map(
    ({ month, contacts }) => `${month}: ${contacts} contacts are not what was frozen when it was closed.`,
  )
}

function publishedDifferences(ctx: Context): string[] {
  const shown = ctx.db.select().from(publishedCells).where(eq(publishedCells.shown, true)).all()
  const spans = Map.groupBy(shown, ({ firstMonth, lastMonth }) => `${firstMonth} ${lastMonth}`)

  return [...spans.values()].flatMap((cells) => {
    const { firstMonth, lastMonth } = cells[0] as Recountable
    const months = monthsBetween(firstMonth, lastMonth)
    const contacts = [...eachPlacedContact(ctx, months, null)]
    const assignments = [...eachPlacedAssignment(ctx, months, null)]

    return cells.flatMap((cell) => {
      const isHere = (one: Placed) => isAt({ breakdown: cell.breakdown, slice: cell.slice, months }, one)

      return differenceOf(cell, { contacts: contacts.filter(isHere), assignments: assignments.filter(isHere) })
    })
  })
}

function differenceOf(cell: typeof publishedCells.$inferSelect, frozen: Frozen): string[] {
  const again = numbersAgain(cell, frozen)
  const { count, of, sum, squares, span, sliceName, measure, level } = cell
  if (again.count === count && again.of === of && again.sum === sum && again.squares === squares) return []

  return [
    `${span}, ${sliceName || 'all contacts'}: ${measure} ${level} is published as ${count ?? sum} of ${of}, and comes to ${again.count ?? again.sum} of ${again.of}.`,
  ]
}
