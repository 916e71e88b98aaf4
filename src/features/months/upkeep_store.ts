/** Counts that triggers keep in step, beside the same counts made anew: who took part, and which standards had their turn. */
import { sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { IS_DUE } from '../assignments/store.ts'

/** One sentence for everything that differs. */
export function listUpkeepDifferences(ctx: Context): string[] {
  return [...participationDifferences(ctx), ...turnDifferences(ctx)]
}

interface Participation {
  place: string
  day: string
  kept: string | null
  again: string | null
}

function participationDifferences(ctx: Context): string[] {
  const differing = ctx.db.all<Participation>(sql`
    with due as (
      select assignments.*, v.scenario_id from assignments left join scenario_versions v on v.id = scenario_version_id
        where ${IS_DUE}
    ), placed as (
      select 'all' as breakdown, '' as slice, to_day, state from due
      union all select 'program', coalesce(program_id, ''), to_day, state from due
      union all select 'touchpoint', touchpoint_id, to_day, state from due
      union all select 'scenario', coalesce(scenario_id, ''), to_day, state from due
    ), again as (
      select breakdown, slice, to_day, sum(state = 'reflected') || ' of ' || count(*) as took from placed group by 1, 2, 3
    ), kept as (
      select breakdown, slice, to_day, reflected || ' of ' || due as took from participation_counts
    )
    select trim(breakdown || ' ' || slice) as place, to_day as day, kept.took as kept, again.took as again
      from kept full join again using (breakdown, slice, to_day) where kept.took is not again.took order by day, place`)

  return differing.map(
    ({ place, day, kept, again }) =>
      `${day}, ${place}: took part is kept as ${kept ?? 'none'}, and comes to ${again ?? 'none'}.`,
  )
}

function turnDifferences(ctx: Context): string[] {
  const differing = ctx.db.all<{ id: string; kept: number; again: number }>(sql`
    with again as (select standard_id, count(*) as times from reflection_standards group by standard_id)
    select standard_id as id, coalesce(kept.times, 0) as kept, coalesce(again.times, 0) as again
      from standard_turns kept full join again using (standard_id)
      where coalesce(kept.times, 0) <> coalesce(again.times, 0) order by id`)

  return differing.map(({ id, kept, again }) => `Standard ${id} is kept as asked ${kept} times, and comes to ${again}.`)
}
