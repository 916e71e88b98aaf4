import type { Dice } from './dice.ts'
import type { Outcome } from './telling.ts'
import type { WayIn } from './touchpoint.ts'

/** When the year began, and when the fix at one of the touchpoints took effect. */
export interface Year {
  startsOn: Temporal.PlainDate
  fixedOn: Temporal.PlainDate
}

type Weights = Partial<Record<Outcome, number>>

/** The new billing system and its two bad months; a storm; and a few months in which most things went right. */
const ODD_MONTHS: Readonly<Record<number, Weights>> = {
  3: { good: 0.5, poor: 1.6, nobody: 1.8 },
  4: { good: 0.65, poor: 1.5, nobody: 1.4 },
  7: { good: 1.5, poor: 0.6 },
  9: { nobody: 2.4, poor: 1.2, good: 0.85 },
  11: { good: 1.4, poor: 0.7 },
}

/** How a contact goes at a touchpoint on a day. */
export function outcomeOf(wayIn: WayIn, day: Temporal.PlainDate, year: Year, dice: Dice): Outcome {
  const isFixed = Temporal.PlainDate.compare(day, year.fixedOn) >= 0
  const usual = (isFixed && wayIn.goesSince) || wayIn.goes
  const odd = ODD_MONTHS[monthsBetween(year.startsOn, day)] ?? {}

  return dice.weighted(
    Object.fromEntries(
      Object.entries(usual).map(([outcome, weight]) => [outcome, weight * (odd[outcome as Outcome] ?? 1)]),
    ) as Weights,
  )
}

function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return (to.year - from.year) * 12 + to.month - from.month
}
