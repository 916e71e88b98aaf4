/** Shares as people read them: whole per cent. */

/** A share that is not quite nothing or all never reads as if it were. */
export function percent(share: number): number {
  const whole = Math.round(share * 100)
  if (whole === 100 && share < 1) return 99

  return whole === 0 && share > 0 ? 1 : whole
}

/** "47–91%" */
export function percentRange({ low, high }: { low: number; high: number }): string {
  return `${percent(low)}–${percent(high)}%`
}
