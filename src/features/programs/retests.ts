/** Questions that wait at a touchpoint for a later contact to answer them, and the plan that sees to it that one is made. */
import { planRotation } from './rotation.ts'
import type {
  FixedAssignment,
  Goal,
  PlannedAssignment,
  Planner,
  RotationPlan,
  RotationProblem,
} from './rotation_problem.ts'

export interface WaitingRetest {
  id: string
  touchpointId: string
  question: string
  /** Before this day nothing can have changed. */
  fromDay: string
  /** Whoever answers for the change does not judge it. */
  ownerId: string
}

/** Whether a contact on this day, or a window that ends on it, can answer the question. */
export function carries(
  { touchpointId, fromDay, ownerId }: Omit<WaitingRetest, 'id' | 'question'>,
  contact: { touchpointId: string; leaderId: string; day: string },
): boolean {
  return contact.touchpointId === touchpointId && contact.leaderId !== ownerId && contact.day >= fromDay
}

/**
 * The plan, with a contact for every question in the rounds that are drawn, as far as the hard rules and even loads allow one. Such a
 * contact is found by a plan in which its touchpoint comes first; then all else is planned around it, by the weights there really are.
 */
export function planWithRetests(
  problem: RotationProblem,
  waiting: readonly WaitingRetest[],
  rounds: ReadonlySet<string>,
  planner: Planner = planRotation,
): RotationPlan {
  const free = planner(problem)
  let [plan, fixed] = [free, problem.fixed]
  const asked = new Map<string, string>()
  for (const retest of waiting) {
    if (answering(plan, retest, rounds)) continue
    const found = answering(planner(insisting({ ...problem, fixed }, retest)), retest, rounds)
    if (!found) continue
    asked.set(keyOf(found), found.why)
    fixed = [...fixed, asFixed(found)]
    plan = planner({ ...problem, fixed })
  }
  if (asked.size === 0) return plan

  return {
    ...plan,
    assignments: plan.assignments.map((each) => ({ ...each, why: asked.get(keyOf(each)) ?? each.why })),
    goals: honestGoals(free, plan),
  }
}

const BECAUSE = 'A contact that answers a question which waits came first; what it may have cost is counted here.'

/**
 * A contact that was insisted on stands in its plan like one that cannot move, so that plan proves nothing about plans without it. What the
 * plan without them proves holds for the whole, and for a round as long as the rounds before it are the same and the goals before are as good.
 */
function honestGoals(free: RotationPlan, plan: RotationPlan): Goal[] {
  const worse = new Set<string>()

  return plan.goals.map(({ because: _, ...goal }) => {
    const proven = free.goals.find(({ round, name }) => round === goal.round && name === goal.name)?.bound ?? 0
    const isComparable = goal.round === null || (!worse.has(goal.round) && isSameBefore(goal.round, free, plan))
    const least = isComparable ? Math.min(goal.bound, proven, goal.value) : 0
    const bound = goal.name === 'owed' ? Math.max(proven, goal.value) : least
    if (bound === goal.value) return { ...goal, bound }
    if (goal.round !== null) worse.add(goal.round)

    return { ...goal, bound, because: BECAUSE }
  })
}

function isSameBefore(round: string, free: RotationPlan, plan: RotationPlan): boolean {
  const order = [...new Set(plan.goals.flatMap((goal) => goal.round ?? []))]
  const before = new Set(order.slice(0, order.indexOf(round)))
  const standing = ({ assignments }: RotationPlan) =>
    assignments
      .filter((each) => before.has(each.round))
      .map(keyOf)
      .sort()
      .join()

  return standing(free) === standing(plan)
}

/** Those that no window on its way will answer. */
export function withoutWindow(
  waiting: readonly WaitingRetest[],
  windows: readonly { touchpointId: string; leaderId: string; toDay: string }[],
): WaitingRetest[] {
  return waiting.filter((retest) => !windows.some((window) => carries(retest, { ...window, day: window.toDay })))
}

function answering(
  { assignments }: RotationPlan,
  retest: WaitingRetest,
  rounds: ReadonlySet<string>,
): PlannedAssignment | undefined {
  return assignments.find(
    ({ touchpoint: touchpointId, leader: leaderId, from, round }) =>
      rounds.has(round) && carries(retest, { touchpointId, leaderId, day: from }),
  )
}

/** Far heavier than all others together, so that it is covered first among plans that are equally fair. */
const FIRST = 1000

/** Owning is a hard rule already; where the touchpoint’s owner is no leader, it keeps the follow-up’s owner away too. */
function insisting(problem: RotationProblem, { touchpointId, ownerId }: WaitingRetest): RotationProblem {
  const isLeader = (id: string | null | undefined) => problem.leaders.some((leader) => leader.id === id)
  const all = problem.touchpoints.reduce((sum, { weight }) => sum + weight, 0)

  return {
    ...problem,
    touchpoints: problem.touchpoints.map((touchpoint) =>
      touchpoint.id === touchpointId
        ? { ...touchpoint, weight: all * FIRST, owner: isLeader(touchpoint.owner) ? touchpoint.owner : ownerId }
        : touchpoint,
    ),
  }
}

function asFixed({ why: _, ...planned }: PlannedAssignment): FixedAssignment {
  return { ...planned, started: true }
}

function keyOf({ round, leader, touchpoint, from }: PlannedAssignment): string {
  return `${round} ${leader} ${touchpoint} ${from}`
}
