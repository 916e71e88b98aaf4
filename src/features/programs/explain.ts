/** Gaps and pairs in words. */

import type { NeverPlannable, Reason, RotationProblem, RotationRound, Unplanned } from './rotation_problem.ts'
import { nameOf, roundName } from './why.ts'

/** "No eligible leader for Solar sales desk in March: 2 away, 3 own department." */
export function gapInWords({ round, leader, touchpoint, reasons }: Unplanned, problem: RotationProblem): string {
  const when = roundName(problem.rounds.find(({ id }) => id === round) as RotationRound)
  const counted = reasons.map(({ reason, count }) => `${count} ${IN_A_LIST[reason]}`).join(', ')
  if (touchpoint !== null) {
    const place = nameOf(problem.touchpoints.find(({ id }) => id === touchpoint))
    return `No eligible leader for ${place} in ${when}: ${counted || 'there are no leaders'}.`
  }
  const person = nameOf(problem.leaders.find(({ id }) => id === leader))

  return `No touchpoint for ${person} in ${when}: ${counted || 'there are no touchpoints'}.`
}

/** "Nora can never contact Billing line: it belongs to their own department." */
export function neverInWords({ leader, touchpoint, reason }: NeverPlannable, problem: RotationProblem): string {
  const person = nameOf(problem.leaders.find(({ id }) => id === leader))
  const place = nameOf(problem.touchpoints.find(({ id }) => id === touchpoint))

  return `${person} can never contact ${place}: ${IN_A_SENTENCE[reason] ?? IN_A_LIST[reason]}.`
}

const IN_A_LIST: Readonly<Record<Reason, string>> = {
  own_department: 'own department',
  own_touchpoint: 'own touchpoint',
  language: 'no language in common',
  no_scenario: 'no scenario',
  closed: 'closed',
  blocked_day: 'on blocked days only',
  absent: 'away',
  holiday: 'on public holidays only',
  hours: 'no hour in common',
  lockout: 'known there since their cover was blown',
  cooldown: 'contacted it too recently',
  per_month: 'with as many contacts as a month allows',
  capacity: 'with all days taken',
}

const IN_A_SENTENCE: Partial<Record<Reason, string>> = {
  own_department: 'it belongs to their own department',
  own_touchpoint: 'it is their own touchpoint',
  language: 'they have no language in common',
  no_scenario: 'there is no scenario for it in a language they share',
  closed: 'it is never open',
  hours: 'their hours never overlap by an hour',
}
