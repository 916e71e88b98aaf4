/** Shares as people read them: whole per cent. */

/** The one word for every number that is not shown, whatever the reason (PRODUCT.md §4). */
export const WITHHELD = 'withheld'

/** 23 of 40 is 57.5 %, and 100 times its nearest binary fraction is a hair less: far finer than any digit that is shown. */
export const HAIR = 1e-9

/** A half rounds up, as on paper; a share that is not quite nothing or all never reads as if it were. */
export function percent(share: number): number {
  const whole = Math.round(share * 100 + HAIR)
  if (whole === 100 && share < 1) return 99

  return whole === 0 && share > 0 ? 1 : whole
}

/** "47–91%" */
export function percentRange({ low, high }: { low: number; high: number }): string {
  return `${percent(low)}–${percent(high)}%`
}
