/** A contact nobody planned (PRODUCT.md §2): counted, or kept as a story; which of the two is said when it is logged. */
import { brokenRule } from '../programs/placement.ts'
import { PlanningCalendar } from '../programs/planning_calendar.ts'
import type { Reason, RotationLeader, RotationProblem, RotationTouchpoint } from '../programs/rotation_problem.ts'

export interface Standing {
  counts: boolean
  /** Said when it is logged. */
  words: string
}

/** What the hard rules look at: who went where on which day, and what stood in the way. */
export interface OwnContact {
  leader: RotationLeader
  touchpoint: RotationTouchpoint
  day: Temporal.PlainDate
  rules: Pick<RotationProblem['rules'], 'cooldownDays' | 'lockoutDays' | 'spacingDays' | 'perMonth'>
  /** Public holidays where the leader lives. */
  holidays: readonly string[]
  history: RotationProblem['history']
  fixed: RotationProblem['fixed']
}

const WORDS: Readonly<Record<Reason, string>> = {
  own_department: 'the touchpoint belongs to your own department',
  own_touchpoint: 'you own the touchpoint',
  language: 'it is served in no language you speak',
  no_scenario: 'nothing fits both of you',
  closed: 'it was closed that day',
  blocked_day: 'the touchpoint was blocked that day',
  absent: 'you were away that day',
  holiday: 'it was a public holiday where you live',
  hours: 'it was not open for an hour within your own hours',
  lockout: 'your cover was blown there',
  cooldown: 'you contacted it not long ago, or are about to',
  per_month: 'you have as many contacts that month as the rules allow',
  capacity: 'a colleague’s window lies on that day',
}

/** The first hard rule of the rotation that would not have allowed it; null where all would have. */
export function brokenBy(contact: OwnContact): Reason | null {
  const day = contact.day.toString()
  const { id: touchpoint } = contact.touchpoint
  const problem: RotationProblem = {
    leaders: [contact.leader],
    touchpoints: [contact.touchpoint],
    scenarios: [{ id: 'own', touchpoints: [touchpoint] }],
    rounds: [{ id: day, from: day, to: day }],
    rules: { contactsPerLeader: 1, ...contact.rules },
    holidays: { [contact.leader.country ?? '']: [...contact.holidays] },
    history: contact.history,
    fixed: contact.fixed,
  }
  const placement = { leader: contact.leader.id, touchpoint, scenario: 'own', from: day, to: day }

  return brokenRule(problem, new PlanningCalendar(problem), placement)
}

/**
 * Counted if the hard rules would have allowed it and it is the leader's only own-initiative contact of that month,
 * so that nobody adds contacts until the figures please them.
 */
export function standing(broken: Reason | null, othersThatMonth: number): Standing {
  const reasons = [
    ...(broken ? [WORDS[broken]] : []),
    ...(othersThatMonth > 0 ? ['it is not your only one of your own that month'] : []),
  ]
  if (reasons.length === 0) return { counts: true, words: 'This contact will be counted like a planned one.' }

  return { counts: false, words: `This contact is kept as a story and not counted: ${reasons.join('; ')}.` }
}
