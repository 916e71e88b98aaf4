import { wilson } from '../../src/lib/statistics.ts'
import type { Figure } from '../../src/platform/files/report.ts'

type Named = Partial<Omit<Figure, 'kind' | 'numbers'>> & { measure: string }

export function shareFigure(named: Named, count: number, of: number): Figure {
  if (of === 0) return { ...figure(named), numbers: { count, of, value: null, low: null, high: null } }
  const { low, high } = wilson(count, of)

  return { ...figure(named), numbers: { count, of, value: count / of, low, high } }
}

export function withheldFigure(named: Named): Figure {
  return { ...figure(named), numbers: 'withheld' }
}

export function meanFigure(named: Named, of: number, value: number, spread: number): Figure {
  return {
    ...figure({ of: 'mean', ...named }),
    numbers: { count: null, of, value, low: value - spread, high: value + spread },
  }
}

function figure(named: Named): Figure {
  return {
    kind: 'figure',
    of: 'share',
    span: '2026-09',
    breakdown: '',
    slice: '',
    level: '',
    signed: false,
    ...named,
    numbers: 'withheld',
  }
}
