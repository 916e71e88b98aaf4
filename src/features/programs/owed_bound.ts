/** How many owed contacts there could be at most: a bound no plan can be better than, because each half of it forgets a rule. */

import { RoundGoals } from './goals.ts'
import { type Ahead, LookAhead } from './look_ahead.ts'
import { Offers } from './offers.ts'
import { countBooked, isDealt, stillWanted } from './planned_round.ts'
import type { RosterRound } from './roster.ts'
import { RoundPairs } from './round_picks.ts'

/** Over the open rounds, with what is settled in the ledger and nothing else: published windows that could be moved are not in the way. */
export function mostOwedContacts(ahead: Ahead): number {
  const { roster, ledger } = ahead
  const open = roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))
  const settled = open.reduce((sum, round) => sum + countBooked(round, ledger), 0)
  const byRound = open.reduce((sum, round) => sum + mostInRound(round, ahead), 0)
  if (isDealt(roster.problem)) return settled + byRound

  const lookAhead = new LookAhead(ahead)
  const byLeader = roster.problem.leaders.reduce((sum, _, leader) => sum + lookAhead.most(leader), 0)

  return settled + Math.min(byRound, byLeader)
}

/** Each round by itself, as if no other round needed anybody: no cool-downs between rounds. */
function mostInRound(round: number, ahead: Ahead): number {
  const { roster, calendar, ledger, owed } = ahead
  const offers = new Offers(roster, calendar, ledger, roster.rounds[round] as RosterRound)
  const goals = new RoundGoals(roster, ledger, owed, round)

  return new RoundPairs({ offers, ledger, goals, ...stillWanted(round, ahead), lossOf: () => null }).most()
}
