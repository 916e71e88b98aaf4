import type { Context } from '../../context.ts'
import { getOrganisation, today } from '../members/store.ts'
import { horizonFor, periodOf } from './horizon.ts'
import { brokenRule, type Placement, RULE_WORDS } from './placement.ts'
import { PlanningCalendar } from './planning_calendar.ts'
import { getPlanningFacts } from './planning_store.ts'
import type { RotationProblem } from './rotation_problem.ts'
import { isWindowOver, type Round } from './round.ts'
import { type PlanningFacts, problemFor } from './round_problem.ts'
import { type Duty, listDuties } from './round_store.ts'
import { getProgram } from './store.ts'

/** What one placement in a round is judged by. */
export interface Judgement {
  facts: PlanningFacts
  problem: RotationProblem
  calendar: PlanningCalendar
}

/** `without`: the contact that is moved, which is not in its own way. */
export function getJudgement(ctx: Context, round: Round, without?: string): Judgement {
  const facts = getPlanningFacts(ctx, round.programId, today(ctx))
  const horizon = horizonFor([round], [periodOf(round)], [], Temporal.PlainDate.from(round.startsOn))
  const problem = problemFor(getProgram(ctx, round.programId), facts, getOrganisation(ctx), {
    ...horizon,
    without: new Set(without ? [without] : []),
  })

  return { facts, problem, calendar: new PlanningCalendar(problem) }
}

/** Contacts that no longer keep the rules, because something changed since: drafted ones, or published ones nobody has started. */
export function listBrokenDuties(
  ctx: Context,
  round: Round,
  state: 'planned' | 'open' = 'planned',
): { duty: Duty; words: string }[] {
  const drafted = listDuties(ctx, [round.id]).filter((duty) => duty.state === state)
  if (drafted.length === 0) return []
  const { facts, problem, calendar } = getJudgement(ctx, round)
  const history = Map.groupBy(problem.history, ({ leader }) => leader)

  return drafted.flatMap((duty) => {
    if (isWindowOver(duty.toDay, today(ctx))) return state === 'open' ? [] : [{ duty, words: 'its days are over' }]
    const gone = noLongerIn(facts, duty)
    if (gone) return [{ duty, words: gone }]
    const placement = daysLeftOf(placementOf(duty), today(ctx).toString())
    const others = problem.fixed.filter((window) => !isItself(window, placementOf(duty)))
    const own = history.get(duty.leaderId) ?? []
    const broken = brokenRule({ ...problem, history: own, fixed: others }, calendar, placement)

    return broken ? [{ duty, words: RULE_WORDS[broken] }] : []
  })
}

function noLongerIn({ leaders, touchpoints }: PlanningFacts, { leaderId, touchpointId }: Duty): string | null {
  if (!leaders.some(({ id }) => id === leaderId)) return 'no longer among the program’s leaders'

  return touchpoints.some(({ id }) => id === touchpointId) ? null : 'no longer among the program’s touchpoints'
}

/** Of a window that has begun only what is left of it can still be used. */
function daysLeftOf(placement: Placement, today: string): Placement {
  return placement.from < today ? { ...placement, from: today } : placement
}

export function placementOf(duty: Duty): Placement {
  return {
    leader: duty.leaderId,
    touchpoint: duty.touchpointId,
    scenario: duty.scenarioId,
    from: duty.fromDay,
    to: duty.toDay,
    daypart: duty.daypart,
    isPublished: duty.state !== 'planned',
  }
}

function isItself(window: RotationProblem['fixed'][number], { leader, touchpoint, from, to }: Placement): boolean {
  return window.leader === leader && window.touchpoint === touchpoint && window.from === from && window.to === to
}
