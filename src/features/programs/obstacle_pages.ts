import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { listed, numberInWords } from '../../lib/words.ts'
import { getOrganisation, today } from '../members/store.ts'
import { standingOf } from './duty.ts'
import { gapInWords, neverInWords } from './gaps.ts'
import { horizonFor, periodOf } from './horizon.ts'
import type { Column } from './matrix_columns.ts'
import type { MatrixFacts } from './matrix_store.ts'
import { judgedSince, listBrokenDuties } from './placement_store.ts'
import { getPlanningFacts } from './planning_store.ts'
import { pairsNeverPlannable } from './rotation.ts'
import { roundName } from './round.ts'
import { type PlanningFacts, problemFor } from './round_problem.ts'
import type { RoundRow } from './round_store.ts'
import { unplannedPeriods } from './upcoming.ts'

export interface Obstacle {
  what: string
  why: string
  links: { href: string; label: string }[]
}

/** What stands in the way of the rounds shown, and who can never meet what. */
export function obstacles(ctx: Context, facts: MatrixFacts, columns: readonly Column<RoundRow>[]) {
  const rounds = columns.flatMap(({ round }) => (round && round.state !== 'closed' ? [round] : []))
  const planning = getPlanningFacts(ctx, facts.program.id, today(ctx), judgedSince(ctx, rounds))
  const list = rounds.flatMap((round) => [
    ...brokenIn(ctx, round, planning),
    ...gapsIn(ctx, facts, round),
    ...missedIn(ctx, facts, round),
  ])

  const never = neverMet(ctx, facts, planning)

  return {
    list: list.slice(0, MOST_SHOWN),
    more: Math.max(0, list.length - MOST_SHOWN),
    never,
    neverSummary: `${numberInWords(never.length)} ${never.length === 1 ? 'touchpoint is' : 'touchpoints are'} closed to somebody for good`,
    neverOpen: facts.stored.every(({ state }) => state === 'planned'),
  }
}

const MOST_SHOWN = 20

function gapsIn(ctx: Context, { names }: MatrixFacts, round: RoundRow): Obstacle[] {
  const name = roundName(round, getOrganisation(ctx).locale)
  const leaves = round.state === 'planned' ? 'Publishing leaves it open.' : ''

  return round.gaps.map((gap) => {
    const { what, why } = gapInWords(gap, names, name)

    return {
      what,
      why: `${why}. ${leaves}`,
      links: [{ href: `/rounds/${round.id}/assignments/new`, label: 'Add one by hand' }],
    }
  })
}

function brokenIn(ctx: Context, round: RoundRow, planning: PlanningFacts): Obstacle[] {
  if (round.state === 'published') return brokenPublished(ctx, round, planning)

  return listBrokenDuties(ctx, round, 'planned', planning).map(({ duty, words }) => ({
    what: `${duty.leader} at ${duty.touchpoint} no longer keeps the rules`,
    why: `${words}. Draw the round again, or swap it.`,
    links: [{ href: `/assignments/${duty.id}/swap`, label: 'Swap' }],
  }))
}

function brokenPublished(ctx: Context, round: RoundRow, planning: PlanningFacts): Obstacle[] {
  return listBrokenDuties(ctx, round, 'open', planning).map(({ duty, words }) => ({
    what: `${duty.leader} at ${duty.touchpoint} no longer keeps the rules`,
    why: `${words}. It is published and not started.`,
    links: [
      { href: '/programs/changes', label: 'See what would move' },
      { href: `/assignments/${duty.id}/swap`, label: 'Swap' },
    ],
  }))
}

function missedIn(ctx: Context, { duties }: MatrixFacts, round: RoundRow): Obstacle[] {
  const missed = duties.filter(
    (duty) => duty.roundId === round.id && standingOf(duty, dayIn(duty.touchpointZone, ctx.now)).word === 'Missed',
  )
  if (missed.length === 0) return []
  const name = roundName(round, getOrganisation(ctx).locale)
  const who = missed.length <= 6 ? listed(missed.map(({ leader }) => leader)) : `${missed.length} leaders`

  return [
    {
      what: `${numberInWords(missed.length)} missed in ${name}`,
      why: `${who}. A reflection is still welcome, late. Misses are not carried over.`,
      links: [],
    },
  ]
}

function neverMet(ctx: Context, facts: MatrixFacts, planning: PlanningFacts) {
  const { program, stored } = facts
  const drafts = stored.filter(({ state }) => state === 'planned').map(periodOf)
  const ahead = [...drafts, ...unplannedPeriods(program, stored, today(ctx), 1)]
  if (ahead.length === 0 || facts.leaders.length === 0) return []
  const horizon = horizonFor(stored, ahead, [], today(ctx).add({ days: 1 }))
  if (horizon.ahead.length === 0) return []
  const problem = problemFor(program, planning, getOrganisation(ctx), { ...horizon, past: [] })

  return neverInWords(pairsNeverPlannable(problem), facts.names, facts.leaders.length)
}
