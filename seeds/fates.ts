import { TEMPERS, USUAL_TEMPER } from './cast.ts'
import type { Dice } from './dice.ts'
import type { Chance } from './moments.ts'

/** What becomes of an open contact. */
export type Fate =
  | { kind: 'made'; chance: Chance; handedInAfter: number; predicted: boolean }
  | { kind: 'declined'; after: number }
  | { kind: 'forgotten' }
  | { kind: 'waiting' }

/** Most make it, some day in the window; a few decline, forget, or write days later. No chance left: it is forgotten. */
export function fateOf(leaderId: string, chances: readonly Chance[], dice: Dice): Fate {
  const { diligence } = TEMPERS[leaderId] ?? USUAL_TEMPER
  if (dice.chance(0.025)) return { kind: 'declined', after: dice.between(1, 3) }
  if (chances.length === 0 || !dice.chance(diligence)) return { kind: 'forgotten' }
  const chance = chances[Math.floor(dice.roll() ** 0.9 * chances.length)] as Chance

  return { kind: 'made', chance, handedInAfter: daysUntilWritten(dice), predicted: dice.chance(0.96) }
}

/** Most write it down at once; some the next day; a few when the weekend comes. */
function daysUntilWritten(dice: Dice): number {
  return Number(dice.weighted({ 0: 74, 1: 14, 2: 3, 3: 3, 5: 4, 9: 2 }))
}
