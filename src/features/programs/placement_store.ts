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

/** `without`: the contact that is moved, which is not in its own way. `facts`: where somebody has them already. */
export function getJudgement(
  ctx: Context,
  round: Round,
  without?: string,
  facts = getPlanningFacts(ctx, round.programId, today(ctx), judgedSince(ctx, [round])),
): Judgement {
  const horizon = horizonFor([round], [periodOf(round)], [], Temporal.PlainDate.from(round.startsOn))
  const problem = problemFor(getProgram(ctx, round.programId), facts, getOrganisation(ctx), {
    ...horizon,
    without: new Set(without ? [without] : []),
  })

  return { facts, problem, calendar: new PlanningCalendar(problem) }
}

/** The earliest contact that can still be in the way of one in these rounds. */
export function judgedSince(ctx: Context, rounds: readonly Round[]): string {
  const { cooldownDays, lockoutDays } = getOrganisation(ctx)
  const [first = today(ctx).toString()] = rounds.map(({ startsOn }) => startsOn).sort()

  return Temporal.PlainDate.from(first)
    .with({ day: 1 })
    .subtract({ days: Math.max(cooldownDays, lockoutDays) })
    .toString()
}

/** Contacts that no longer keep the rules, because something changed since: drafted ones, or published ones nobody has started. */
export function listBrokenDuties(
  ctx: Context,
  round: Round,
  state: 'planned' | 'open' = 'planned',
  known?: PlanningFacts,
): { duty: Duty; words: string }[] {
  const drafted = listDuties(ctx, [round.id]).filter((duty) => duty.state === state)
  if (drafted.length === 0) return []
  const { facts, problem, calendar } = getJudgement(ctx, round, undefined, known)
  const day = today(ctx)
  const history = Map.groupBy(problem.history, ({ leader }) => leader)
  const nearby = nearbyIn(problem)
  const gone = goneFrom(facts)

  return drafted.flatMap((duty) => {
    if (isWindowOver(duty.toDay, day)) return state === 'open' ? [] : [{ duty, words: 'its days are over' }]
    const words = gone(duty)
    if (words) return [{ duty, words }]
    const own = history.get(duty.leaderId) ?? []
    const known = { ...problem, history: own, fixed: nearby(placementOf(duty)) }
    const broken = brokenRule(known, calendar, daysLeftOf(placementOf(duty), `${day}`))

    return broken ? [{ duty, words: RULE_WORDS[broken] }] : []
  })
}

/** Rules look at a leader’s own windows and at those of the same touchpoint, the one that is judged left out. */
function nearbyIn({ fixed }: RotationProblem): (placement: Placement) => RotationProblem['fixed'] {
  const ofLeaders = Map.groupBy(fixed, ({ leader }) => leader)
  const atTouchpoints = Map.groupBy(fixed, ({ touchpoint }) => touchpoint)

  return (placement) => {
    const there = atTouchpoints.get(placement.touchpoint) ?? []
    const others = there.filter(({ leader }) => leader !== placement.leader)
    return [...(ofLeaders.get(placement.leader) ?? []), ...others].filter((window) => !isItself(window, placement))
  }
}

function goneFrom(facts: PlanningFacts): (duty: Duty) => string | null {
  const leaders = new Set(facts.leaders.map(({ id }) => id))
  const touchpoints = new Set(facts.touchpoints.map(({ id }) => id))

  return ({ leaderId, touchpointId }) => {
    if (!leaders.has(leaderId)) return 'no longer among the program’s leaders'
    return touchpoints.has(touchpointId) ? null : 'no longer among the program’s touchpoints'
  }
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
