/** How many owed contacts there could be at most: a bound no plan can be better than, because each half of it forgets a rule. */

import { type Ahead, LookAhead } from './look_ahead.ts'
import { countBooked, isDealt, pairsOf } from './planned_round.ts'

export interface MostOwed {
  all: number
  /** Whether it is each round's own most that limits them: then every plan as good has as many in each round. */
  isByRound: boolean
}

/** Over the open rounds, with what is settled in the ledger and nothing else: published windows that could be moved are not in the way. */
export function mostOwedContacts(ahead: Ahead): MostOwed {
  const byRound = mostInRounds(ahead)
  if (isDealt(ahead.roster.problem)) return { all: byRound, isByRound: true }

  const lookAhead = new LookAhead(ahead)
  const more = ahead.roster.problem.leaders.reduce((sum, _, leader) => sum + lookAhead.most(leader), 0)
  const byLeader = openRounds(ahead).reduce((sum, round) => sum + countBooked(round, ahead.ledger), more)

  return { all: Math.min(byRound, byLeader), isByRound: byRound <= byLeader }
}

/** Each round by itself, as if no other round needed anybody: no cool-downs between rounds. */
export function mostInRounds(ahead: Ahead): number {
  return openRounds(ahead).reduce(
    (sum, round) => sum + countBooked(round, ahead.ledger) + pairsOf(round, ahead).most().length,
    0,
  )
}

function openRounds({ roster }: Ahead): number[] {
  return roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))
}
