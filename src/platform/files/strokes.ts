/** What charts are drawn with on a sheet of points (1/72 inch): strokes, areas, dots and words. */
import type { Ink, Stroke } from '../../charts/painting.ts'
import type { Figure, Numbers, Scale } from './report.ts'

export interface Sheet {
  width: number
  locale: string
}

export function line(from: [number, number], to: [number, number], ink: Ink, dashed = false): Stroke {
  return { draws: 'line', from, to, ink, dashed }
}

export function dot(at: [number, number], radius: number, ink: Ink, hollow = false): Stroke {
  return { draws: 'dot', at, radius, ink, hollow }
}

export function words(
  at: [number, number],
  said: string,
  ink: Ink,
  anchor: 'start' | 'middle' | 'end' = 'start',
  strong = false,
  wide: number | null = null,
): Stroke {
  return { draws: 'words', at, words: said, ink, anchor, strong, wide }
}

export function ticks(scale: Scale): number[] {
  const { low, high } = endsOf(scale)
  if (scale === 'share') return [0, 0.5, 1]

  return Array.from({ length: Math.floor(high - low) + 1 }, (_, i) => low + i)
}

export function endsOf(scale: Scale): { low: number; high: number } {
  return scale === 'share' ? { low: 0, high: 1 } : scale
}

export function numbersOf(figure: Figure | null): Numbers | null {
  return figure === null || figure.numbers === 'withheld' || figure.numbers.value === null ? null : figure.numbers
}

export function shareOf(numbers: Numbers | null | undefined): number {
  return numbers?.value ?? 0
}

/** Fifteen months share half a page. */
export function short(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}
