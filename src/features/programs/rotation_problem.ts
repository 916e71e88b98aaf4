/** What the planner is given and what it answers: plain JSON values, days as "YYYY-MM-DD". The command line reads and prints exactly these. */

import type { Daypart, WeeklyHours } from '../../lib/days.ts'

export interface RotationProblem {
  leaders: RotationLeader[]
  touchpoints: RotationTouchpoint[]
  scenarios: RotationScenario[]
  /** In date order, one after the other. */
  rounds: RotationRound[]
  rules: RotationRules
  /** Public holidays by country: a leader of that country is not sent out on them. */
  holidays?: Record<string, string[]> | null | undefined
  /** Real contacts only. */
  history: PastContact[]
  /** What is published, and what belongs to other programs (a round that is not listed). */
  fixed: FixedAssignment[]
  /** Contacts that were given and not made: for loads they count as their leader's, because misses are not carried over. */
  missed?: MissedContact[] | null | undefined
}

export interface RotationLeader {
  id: string
  /** As shown in words; the id where left out. */
  name?: string | null | undefined
  department?: string | null | undefined
  languages: string[]
  country?: string | null | undefined
  zone: string
  /** Contactable hours in the leader's own zone; Monday to Saturday 7–21 where left out. */
  hours?: WeeklyHours | null | undefined
  joined?: string | null | undefined
  absences?: { from: string; to: string }[] | null | undefined
}

export interface RotationTouchpoint {
  id: string
  name?: string | null | undefined
  department?: string | null | undefined
  /** The id of the leader who owns it. */
  owner?: string | null | undefined
  languages: string[]
  /** Traffic: coverage is in proportion to it. */
  weight: number
  zone: string
  open: WeeklyHours
  /** Days with other hours than the week's; none at all when the list is empty. */
  exceptions?: { day: string; open: WeeklyHours['mon'] }[] | null | undefined
  blocked?: string[] | null | undefined
  /** Shares of real traffic. */
  dayparts?: Partial<Record<Daypart, number>> | null | undefined
}

export interface RotationScenario {
  id: string
  name?: string | null | undefined
  touchpoints: string[]
  /** Any language when left out. */
  languages?: string[] | null | undefined
}

export interface RotationRound {
  id: string
  from: string
  to: string
  /** Over: it counts for loads and coverage, and nothing is planned in it. */
  closed?: boolean | null | undefined
}

export interface RotationRules {
  contactsPerLeader: number
  /** Where a number, so many contacts are dealt among the leaders of each round instead. */
  contactsPerRound?: number | null | undefined
  cooldownDays: number
  lockoutDays: number
  spacingDays: number
  perMonth: number
  /** Where something is published, whether loads come before the fewest changes. */
  evennessFirst?: boolean | null | undefined
  /** Usable days a window may have at most; as many as can be given where left out. */
  longestWindow?: number | null | undefined
}

export interface PastContact {
  leader: string
  touchpoint: string
  scenario?: string | null | undefined
  day: string
  blown?: boolean | null | undefined
}

export interface FixedAssignment {
  leader: string
  touchpoint: string
  scenario?: string | null | undefined
  round: string
  from: string
  to: string
  daypart?: Daypart | null | undefined
  started?: boolean | null | undefined
}

export interface MissedContact {
  leader: string
  round: string
}

export interface RotationPlan {
  /** Everything in the rounds to plan, what was published and stays included. */
  assignments: PlannedAssignment[]
  unplanned: Unplanned[]
  goals: Goal[]
}

/** From a problem to its plan: here, or in a thread of its own. */
export type Planner = (problem: RotationProblem) => RotationPlan

export interface PlannedAssignment {
  leader: string
  touchpoint: string
  scenario: string | null
  round: string
  from: string
  to: string
  daypart: Daypart | null
  why: string
}

/** An owed contact nobody could be given (a leader), or a touchpoint nobody could take; reasons counted over the other side. */
export interface Unplanned {
  round: string
  leader: string | null
  touchpoint: string | null
  reasons: { reason: Reason; count: number }[]
}

export const REASONS = [
  'own_department',
  'own_touchpoint',
  'language',
  'no_scenario',
  'closed',
  'blocked_day',
  'absent',
  'holiday',
  'hours',
  'lockout',
  'cooldown',
  'per_month',
  'capacity',
] as const
export type Reason = (typeof REASONS)[number]

export const GOALS = ['owed', 'changes', 'loads', 'coverage', 'scenarios', 'dayparts', 'spacing'] as const
export type GoalName = (typeof GOALS)[number]

/** How good the plan is: the value reached, and the bound nothing can be better than. */
export interface Goal {
  /** Null for a goal over the whole horizon. */
  round: string | null
  name: GoalName
  value: number
  bound: number
  /** Why the value is not the bound. */
  because?: string
}

/** A leader and a touchpoint that can never meet under these rules. */
export interface NeverPlannable {
  leader: string
  touchpoint: string
  reason: Reason
}
