/** What charts are drawn with on a sheet of points (1/72 inch): strokes, areas, dots and words. */
import type { Ink, Stroke } from '../../charts/painting.ts'
import type { Figure, Numbers, Scale } from './report.ts'

export interface Sheet {
  width: number
  locale: string
}

export function line(
  from: [number, number],
  to: [number, number],
  ink: Ink,
  how: 'whole' | 'dashed' = 'whole',
): Stroke {
  return { draws: 'line', from, to, ink, dashed: how === 'dashed' }
}

export function dot(at: [number, number], radius: number, ink: Ink, how: 'filled' | 'hollow' = 'filled'): Stroke {
  return { draws: 'dot', at, radius, ink, hollow: how === 'hollow' }
}

type Type = Pick<Extract<Stroke, { draws: 'words' }>, 'anchor' | 'strong' | 'wide'>

/** In one line from where they begin, in an ordinary weight, unless said otherwise. */
export function words(at: [number, number], said: string, ink: Ink, type: Partial<Type> = {}): Stroke {
  return { draws: 'words', at, words: said, ink, anchor: 'start', strong: false, wide: null, ...type }
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
