import { and, asc, countDistinct, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { closingDelays, organisation, programLeaders, programs, rebases, rounds } from '../../platform/db/tables.ts'

/** Why a month stayed open for longer, oldest decision first; never who decided. */
export function listDelaysOf(ctx: Context, month: Month): { untilDay: string; reason: string }[] {
  return ctx.db
    .select({ untilDay: closingDelays.untilDay, reason: closingDelays.reason })
    .from(closingDelays)
    .where(eq(closingDelays.month, month))
    .orderBy(asc(closingDelays.decidedOn), asc(closingDelays.id))
    .all()
}

/**
 * Every change that was noted for everything, with the days it stood, taken back ones too: what was published keeps them. What changed
 * at one touchpoint moves no published chart, because those are of all contacts.
 */
export function listNotedRebases(ctx: Context) {
  return ctx.db
    .select({
      measure: rebases.measure,
      month: rebases.month,
      reason: rebases.reason,
      notedOn: rebases.notedOn,
      withdrawnOn: rebases.withdrawnOn,
    })
    .from(rebases)
    .where(isNull(rebases.touchpointId))
    .orderBy(asc(rebases.month), asc(rebases.notedOn))
    .all()
}

/** Programs that run, a round of them published, with fewer leaders than numbers may be shared of. */
export function listSmallPrograms(ctx: Context): string[] {
  const leaders = countDistinct(programLeaders.memberId)
  const running = ctx.db.select({ id: rounds.programId }).from(rounds).where(ne(rounds.state, 'planned'))

  return ctx.db
    .select({ name: programs.name })
    .from(programs)
    .leftJoin(programLeaders, eq(programLeaders.programId, programs.id))
    .where(and(isNull(programs.retiredOn), inArray(programs.id, running)))
    .groupBy(programs.id)
    .having(lt(leaders, sql`(select ${organisation.smallestGroup} from ${organisation})`))
    .orderBy(asc(sql`lower(${programs.name})`))
    .all()
    .map(({ name }) => name)
}
