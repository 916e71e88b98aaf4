import type { Observed } from '../../src/features/months/control.ts'
import { addMonths } from '../../src/lib/periods.ts'

/** A month after the other from January 2025 on, each of so many contacts. */
export function observed(values: number[], of = 10): Observed[] {
  return values.map((value, i) => ({ month: addMonths('2025-01', i), value, of }))
}

/** Enough for a chart, and nothing special among them. */
export const TWELVE = [0.6, 0.5, 0.6, 0.7, 0.6, 0.5, 0.7, 0.6, 0.5, 0.6, 0.7, 0.6]
