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

/** Drafted contacts that no longer keep the rules, because something changed since they were drawn. */
export function listBrokenDuties(ctx: Context, round: Round): { duty: Duty; words: string }[] {
  const drafted = listDuties(ctx, [round.id]).filter(({ state }) => state === 'planned')
  const { problem, calendar } = getJudgement(ctx, round)
  const history = Map.groupBy(problem.history, ({ leader }) => leader)

  return drafted.flatMap((duty) => {
    if (isWindowOver(duty.toDay, today(ctx))) return [{ duty, words: 'its days are over' }]
    const placement = placementOf(duty)
    const others = problem.fixed.filter((window) => !isItself(window, placement))
    const own = history.get(duty.leaderId) ?? []
    const broken = brokenRule({ ...problem, history: own, fixed: others }, calendar, placement)

    return broken ? [{ duty, words: RULE_WORDS[broken] }] : []
  })
}

export function placementOf(duty: Duty): Placement {
  return {
    leader: duty.leaderId,
    touchpoint: duty.touchpointId,
    scenario: duty.scenarioId,
    from: duty.fromDay,
    to: duty.toDay,
  }
}

function isItself(window: RotationProblem['fixed'][number], { leader, touchpoint, from, to }: Placement): boolean {
  return window.leader === leader && window.touchpoint === touchpoint && window.from === from && window.to === to
}
