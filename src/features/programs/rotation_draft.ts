/** All rounds of a horizon planned one after the other, filled up where something was left, and measured. */

import type { SolveWholeNumbers } from '../../platform/solver/whole_numbers.ts'
import { dayNumber } from './day_numbers.ts'
import { owedContacts } from './goals.ts'
import { lengthenWindows } from './longer_windows.ts'
import { LookAhead } from './look_ahead.ts'
import { mostInRounds, mostOwedContacts } from './owed_bound.ts'
import { countBooked, type Horizon, type PlannedRound, pairsOf, planRound, stillWanted } from './planned_round.ts'
import { PlanningCalendar } from './planning_calendar.ts'
import { chooseReleases } from './releases.ts'
import { Roster } from './roster.ts'
import type { Goal, RotationProblem } from './rotation_problem.ts'
import { looseProof, proofOf } from './round_proof.ts'
import { reportGoals, type Slack } from './round_report.ts'
import { ledgerBefore, movableOf, openLedger, settledLedger } from './standing.ts'
import { chooseWholeHorizon, type WholeHorizon } from './whole_horizon.ts'

export type Tell = (done: number, of: number) => void

export interface Draft {
  horizon: Horizon
  rounds: PlannedRound[]
  owed: Goal
  /** So many published windows have to change at least, for as many contacts, or loads as even, as here. */
  leastChanges: { broken: number; released: number }
  slackOf(round: number): Slack
}

/** Long windows keep cool-downs running: where contacts are missing, shorter ones are tried, and grow again when all stands. */
export function bestDraft(problem: RotationProblem, tell: Tell, solve: SolveWholeNumbers | null): Draft {
  const longest = problem.rules.longestWindow ?? null
  let best = draft(problem, { longest }, tell)
  for (const longest of [3, 1]) {
    if (best.owed.value === best.owed.bound) break
    const other = draft(problem, { longest }, tell)
    if (other.owed.value > best.owed.value) best = other
  }
  if (solve && mayBeProven(problem, best.owed)) best = provenDraft(problem, best, solve, tell)
  lengthenWindows(best.horizon.ledger, best.horizon.calendar, longest ?? Number.POSITIVE_INFINITY)

  return best
}

/** Leaders × touchpoints × days: beyond so many, all rounds at once take too long. */
const MOST_TO_PROVE = 20_000

/** Whether all rounds looked at together might prove that there cannot be more contacts, or find some: as long as nothing published could move. */
export function mayBeProven(problem: RotationProblem, { value, bound }: Pick<Goal, 'value' | 'bound'>): boolean {
  const days = problem.rounds
    .filter(({ closed }) => !closed)
    .reduce((sum, { from, to }) => sum + dayNumber(to) - dayNumber(from) + 1, 0)
  const size = problem.leaders.length * problem.touchpoints.length * days

  return value < bound && size <= MOST_TO_PROVE && movableOf(problem).length === 0
}

/** The contacts chosen for all rounds at once: on any days while all of them fit, else on the very days they were chosen for. */
function provenDraft(problem: RotationProblem, best: Draft, solve: SolveWholeNumbers, tell: Tell): Draft {
  const { horizon } = best
  const ahead = { ...horizon, ledger: settledLedger(horizon.roster) }
  const whole = chooseWholeHorizon(ahead, solve, (most) => isBestOfAll(measuredBy(best, most)))
  if (!whole) return best
  const measured = measuredBy(best, whole.most)
  if (isBestOfAll(measured)) return measured

  const { longestWindow = null } = problem.rules
  const ways = [longestWindow, 3, 1].map((longest) => ({ longest, whole, isOnTheDay: false }))
  for (const way of [...ways, { longest: 1, whole, isOnTheDay: true }]) {
    const proven = draft(problem, way, tell)
    if (isAsChosen(proven, whole)) return proven.owed.value >= best.owed.value ? proven : best
  }

  return best
}

/** The same draft, where it was proven that there cannot be more contacts than so many. */
function measuredBy(draft: Draft, most: number | null): Draft {
  const { owed, slackOf } = measure(draft.horizon, most)

  return { ...draft, owed, slackOf }
}

/** In the contacts, and round by round in loads and coverage. */
function isBestOfAll({ owed, rounds, horizon, slackOf }: Draft): boolean {
  const goals = rounds.flatMap((round) => reportGoals(round, horizon, slackOf(round.round)))

  return [owed, ...goals.filter(({ name }) => name === 'loads' || name === 'coverage')].every(
    ({ value, bound }) => value === bound,
  )
}

function isAsChosen({ rounds }: Draft, { contacts }: WholeHorizon): boolean {
  return rounds.every(
    ({ round, bookings }) => bookings.length === contacts.filter((contact) => contact.round === round).length,
  )
}

interface Way {
  /** Usable days a window may have at most. */
  longest: number | null
  whole?: WholeHorizon
  isOnTheDay?: boolean
}

function draft(problem: RotationProblem, { longest, whole, isOnTheDay = false }: Way, tell: Tell): Draft {
  const roster = new Roster({ ...problem, rules: { ...problem.rules, longestWindow: longest } })
  const calendar = new PlanningCalendar(problem)
  const given = { roster, calendar, owed: owedContacts(roster, calendar) }
  const { ledger, leastBroken, isForced } = openLedger(roster, calendar, (ledger) => mostInRounds({ ...given, ledger }))
  const ahead = { ...given, ledger }
  const horizon = { ...ahead, whys: new Map(), lookAhead: new LookAhead(ahead) }
  const { planned, released, least } = whole
    ? { planned: planChosen(horizon, whole, isOnTheDay, tell), released: 0, least: 0 }
    : planAll(horizon, isForced, tell)
  const rounds = fillUp(planned, horizon, isForced && released === 0)
  const { owed, slackOf, isFixed } = measure(horizon, whole?.most ?? null)

  return {
    horizon,
    rounds,
    owed,
    slackOf,
    leastChanges: { broken: leastBroken, released: isFixed ? least : 0 },
  }
}

function planChosen(horizon: Horizon, whole: WholeHorizon, isOnTheDay: boolean, tell: Tell): PlannedRound[] {
  const open = horizon.roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))

  return open.map((round, done) => {
    tell(done, open.length)
    const contacts = whole.contacts.filter((contact) => contact.round === round)
    const planned = planRound(round, horizon, { contacts, isOnTheDay })

    return { ...planned, proof: { ...planned.proof, together: whole.least.get(round) } }
  })
}

/** Round after round, published windows giving way where they must. */
function planAll(
  horizon: Horizon,
  isForced: boolean,
  tell: Tell,
): { planned: PlannedRound[]; released: number; least: number } {
  let released = 0
  let least = 0
  const open = horizon.roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))
  const planned = open.map((round, done) => {
    tell(done, open.length)
    const { windows } = chooseReleases(round, horizon)
    if (isForced && windows.length > 0) least += leastReleases(round, horizon)
    for (const window of windows) horizon.ledger.withdraw(window)
    released += windows.length

    return planRound(round, horizon)
  })

  return { planned, released, least }
}

/** What other rounds, planned or published, could have made necessary is not counted. */
function leastReleases(round: number, horizon: Horizon): number {
  const alone = settledLedger(horizon.roster)
  for (const booking of horizon.ledger.bookings) if (booking.isMovable && booking.round === round) alone.book(booking)

  return chooseReleases(round, { ...horizon, ledger: alone }).least
}

/**
 * What a round could not place may fit once the windows stand, so the rounds are gone through again until nothing is added.
 * A round filled up, and every one after it, was proven for another standing: they are proven again for the final one.
 */
function fillUp(rounds: readonly PlannedRound[], horizon: Horizon, isForced: boolean): PlannedRound[] {
  let filled = [...rounds]
  let first = isForced ? filled.length : 0
  for (let any = true; any; ) {
    any = false
    filled = filled.map((planned, i) => {
      if (stillWanted(planned.round, horizon).most === 0) return planned
      const more = planRound(planned.round, horizon)
      if (more.bookings.length === 0) return planned
      first = Math.min(first, i)
      any = true
      return { ...planned, repeats: planned.repeats + more.repeats }
    })
  }

  return filled.map((planned, i) =>
    i < first ? planned : { ...planned, proof: proveAgain(planned.round, horizon, isForced) },
  )
}

/** Where it was chosen which of the published windows stay, any of them could. */
function proveAgain(round: number, horizon: Horizon, isForced: boolean): PlannedRound['proof'] {
  const ledger = ledgerBefore(round, horizon.ledger, isForced)
  const contacts = countBooked(round, horizon.ledger) - countBooked(round, ledger)
  const pairs = pairsOf(round, { ...horizon, ledger })
  if (isForced) return proofOf(pairs, contacts)
  const { leaderNumbers, roundNumbers } = horizon.roster
  const most = [...pairs.toPlan.wanted]
  for (const { leader, round: of } of movableOf(horizon.roster.problem)) {
    const number = leaderNumbers.get(leader)
    if (roundNumbers.get(of) === round && number !== undefined) most[number] = (most[number] ?? 0) + 1
  }

  return looseProof(pairs, contacts, most)
}

/** Published windows that may stay without being owed. */
function unowed({ roster, owed }: Horizon): number {
  return movableOf(roster.problem).filter(({ leader, round }) => {
    const number = roster.leaderNumbers.get(leader)
    return number === undefined || !owed[roster.roundNumbers.get(round) ?? -1]?.[number]
  }).length
}

/** The contacts owed beside the most there can be (`proven`, where a search has told), and how much they leave open in each round. */
function measure(horizon: Horizon, proven: number | null): Pick<Draft, 'owed' | 'slackOf'> & { isFixed: boolean } {
  const open = horizon.roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))
  const missing = new Map(open.map((round) => [round, stillWanted(round, horizon).most]))
  const value = open.reduce((sum, round) => sum + countBooked(round, horizon.ledger), 0)
  const left = [...missing.values()].reduce((sum, contacts) => sum + contacts, 0)
  const possible = left > 0 ? mostOwedContacts({ ...horizon, ledger: settledLedger(horizon.roster) }) : null
  const besides = left > 0 ? unowed(horizon) : 0
  // No plan has more than is wanted, than is possible beside what may stay unowed, or than was proven; this one has as many as it has.
  const most = Math.min(value + left, (possible?.all ?? value) + besides, proven ?? Number.POSITIVE_INFINITY)
  const bound = Math.max(value, most)
  const because = `No proof was found that ${bound - value} more cannot be planned; what is left over is listed with its reasons.`
  const isFixed = left === 0 || (possible?.isByRound === true && value === bound && besides === 0)
  const slackOf = (round: number) => {
    const more = isFixed ? 0 : (missing.get(round) ?? 0)
    return { fewer: isFixed ? 0 : left - more, more }
  }

  return { owed: { round: null, name: 'owed', value, bound, ...(value < bound ? { because } : {}) }, slackOf, isFixed }
}
