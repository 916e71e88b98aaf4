/** Every contact there could be over all rounds, day by day, and which of them exclude each other. */

import type { Row } from '../../platform/solver/whole_numbers.ts'
import { type DayNumber, monthName } from './day_numbers.ts'
import type { Ahead } from './look_ahead.ts'
import { Offers } from './offers.ts'
import { isDealt, stillWanted } from './planned_round.ts'
import type { RosterRound } from './roster.ts'

/** A contact on a day: a window of one. */
export interface HorizonContact {
  round: number
  leader: number
  touchpoint: number
  day: DayNumber
}

/** In the order of days; null where there are more than so many. */
export function listHorizonContacts(ahead: Ahead, most: number): HorizonContact[] | null {
  const { roster, calendar, ledger } = ahead
  const contacts: HorizonContact[] = []
  for (const [round, { closed }] of roster.rounds.entries()) {
    if (closed) continue
    const offers = new Offers(roster, calendar, ledger, roster.rounds[round] as RosterRound)
    for (const [leader, wanted] of stillWanted(round, ahead).wanted.entries()) {
      if (wanted === 0) continue
      for (const touchpoint of roster.touchpointsFor(leader))
        for (const day of offers.days(leader, touchpoint, null, false))
          contacts.push({ round, leader, touchpoint, day })
      if (contacts.length > most) return null
    }
  }

  return contacts.sort((a, b) => a.day - b.day || a.touchpoint - b.touchpoint || a.leader - b.leader)
}

/** What is owed and no more, room in the month, one contact a day at a touchpoint, and a cool-down between those of a pair. */
export function contactRules(contacts: readonly HorizonContact[], ahead: Ahead): Row[] {
  const { roster, ledger } = ahead
  const atMost = (key: (contact: HorizonContact) => string, most: (contact: HorizonContact) => number) =>
    [...Map.groupBy(contacts.keys(), (i) => key(contacts[i] as HorizonContact)).values()].map((among) =>
      together(among, most(contacts[among[0] as number] as HorizonContact)),
    )
  const wanted = roster.rounds.map((_, round) => stillWanted(round, ahead))
  const inRound = ({ round }: HorizonContact) => wanted[round]?.most ?? 0
  const ofLeader = ({ round, leader }: HorizonContact) => wanted[round]?.wanted[leader] ?? 0
  const inMonth = ({ leader, day }: HorizonContact) => Math.max(0, ledger.monthRoom(leader, monthName(day)))

  return [
    ...(isDealt(roster.problem) ? atMost(({ round }) => `${round}`, inRound) : []),
    ...atMost(({ round, leader }) => `${round} ${leader}`, ofLeader),
    ...atMost(({ leader, day }) => `${leader} ${monthName(day)}`, inMonth),
    ...atMost(
      ({ touchpoint, day }) => `${touchpoint} ${day}`,
      () => 1,
    ),
    ...restingPairs(contacts, Math.max(1, roster.problem.rules.cooldownDays)),
  ]
}

/** Of the contacts of a pair within a cool-down there is one at most; stretches within another one say nothing new. */
function restingPairs(contacts: readonly HorizonContact[], cooldown: number): Row[] {
  const pairs = Map.groupBy(contacts.keys(), (i) => `${contacts[i]?.leader} ${contacts[i]?.touchpoint}`)

  return [...pairs.values()].flatMap((among) => {
    const days = among.map((i) => contacts[i]?.day ?? 0)
    const ends = days.map((day) => days.findLastIndex((other) => other < day + cooldown))

    return among.flatMap((_, from) =>
      from > 0 && ends[from] === ends[from - 1] ? [] : [together(among.slice(from, (ends[from] ?? from) + 1), 1)],
    )
  })
}

function together(among: readonly number[], most: number): Row {
  return { terms: among.map((i) => [i, 1] as const), most }
}
