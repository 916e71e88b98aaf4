import { logOwnContact } from '../src/features/assignments/actions.ts'
import { type Errand, evening } from './contacts.ts'
import { readAfter, type World } from './lives.ts'
import type { Year } from './weather.ts'

/** Whoever could not wait for their turn: the leader, the touchpoint, and the days since the year began. */
export const SPONTANEOUS = [
  ['claire', 'billing', 61],
  ['devika', 'shop', 103],
  ['fiona', 'chat', 150],
  ['hannah', 'outage', 177],
  ['mei', 'billing', 226],
  ['yasmin', 'chat', 268],
  ['claire', 'outage', 310],
  ['devika', 'billing', 344],
] as const

/** Contacts nobody planned: some keep the rules and are counted, some do not and are kept as stories. */
export function actOnImpulse(
  world: World,
  year: Year,
  isThere: (leader: string, day: Temporal.PlainDate) => boolean,
): void {
  for (const [leader, touchpoint, days] of SPONTANEOUS) {
    const day = weekday(year.startsOn.add({ days }))
    if (isThere(leader, day)) contactOn(world, leader, touchpoint, day)
  }
}

function contactOn(world: World, leaderId: string, touchpointId: string, day: Temporal.PlainDate): void {
  const { company, diary, contacts } = world
  const errand: Errand = { id: '', leaderId, touchpointId, scenarioId: null, ...windowOf(day) }
  const [chance] = contacts.chances(errand)
  if (!chance) return
  diary.plan(chance.at, (at) => {
    const logged = { ...errand, id: logOwnContact(company.as(leaderId, at), touchpointId) }
    const { answers } = contacts.write(logged, chance)
    diary.plan(evening(day, company), (later) => readAfter(world, contacts.handIn(logged, answers, later), day, 2))
  })
}

function windowOf(day: Temporal.PlainDate) {
  return { fromDay: day.toString(), toDay: day.toString(), daypart: null }
}

/** The day itself, or the Monday after a weekend. */
function weekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day
}
