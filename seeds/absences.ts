import { addAbsence } from '../src/features/members/absence_actions.ts'
import { listDays } from '../src/lib/days.ts'
import { LEADERS } from './cast.ts'
import type { Company } from './company.ts'
import type { Diary } from './diary.ts'
import { momentOn } from './moments.ts'
import type { Year } from './weather.ts'

interface Away {
  leader: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** Days before the first one on which an absence becomes known. */
const KNOWN_DAYS_BEFORE = 60

/** A fortnight in the year, a week besides, a parental leave; some away just now, some next month. The cast stays. */
export function absencesOf({ dice }: Company, year: Year, today: Temporal.PlainDate): Away[] {
  const leaders = LEADERS.filter(({ id, left, joined }) => !['nora', 'viktor'].includes(id) && !left && !joined)
  const usual = leaders.flatMap(({ id }) => [
    away(id, year.startsOn.add({ days: dice.between(10, 150) }), dice.between(5, 8)),
    away(id, year.startsOn.add({ days: dice.between(170, 330) }), dice.between(10, 16)),
  ])

  return apart([
    away('claire', today.subtract({ days: 3 }), 11),
    away('anil', today.add({ days: 18 }), 20),
    away('leila', today.add({ days: 30 }), 14),
    away('oskar', year.startsOn.add({ days: 96 }), 70),
    ...usual,
  ])
}

/** Whoever is away cannot go away: of two that overlap the first stands. */
function apart(absences: readonly Away[]): Away[] {
  const kept: Away[] = []
  for (const one of absences)
    if (!listDays(one.from, one.to).some((day) => isAway(kept, one.leader, day))) kept.push(one)

  return kept
}

/** Said some weeks before; for what is near the beginning, at the beginning. */
export function announce(company: Company, absences: readonly Away[], diary: Diary): void {
  for (const { leader, from, to } of absences) {
    const day = from.subtract({ days: KNOWN_DAYS_BEFORE })
    diary.plan(momentOn(day, '08:30', 'Europe/London'), (at) => {
      addAbsence(company.as('alva', at), leader, { from, to })
    })
  }
}

export function isAway(absences: readonly Away[], leader: string, day: Temporal.PlainDate): boolean {
  return absences.some(
    (one) =>
      one.leader === leader &&
      Temporal.PlainDate.compare(one.from, day) <= 0 &&
      Temporal.PlainDate.compare(day, one.to) <= 0,
  )
}

function away(leader: string, from: Temporal.PlainDate, days: number): Away {
  return { leader, from, to: from.add({ days: days - 1 }) }
}
