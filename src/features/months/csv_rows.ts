/** The export: one row a measure, span and level, the numbers of the page with all their digits (PRODUCT.md §6). */
import type { Cell } from '../../lib/csv.ts'
import { PRIDE } from './measures.ts'
import { type Overview, PRIDE_LEVELS } from './overview.ts'
import type { Result, Series } from './results.ts'
import { shareOf } from './verdict.ts'

export const CSV_HEADER = [
  'measure',
  'kind',
  'span',
  'breakdown',
  'slice',
  'level',
  'count',
  'of',
  'value',
  'low',
  'high',
] as const

/** Whose numbers these are: both empty for all contacts. */
export interface Whose {
  breakdown: string
  slice: string
}

export function csvRows(overview: Overview, { breakdown, slice }: Whose): Cell[][] {
  const { shares, tookPart, gap, standards } = overview
  const ofSeries = ({ measure, months, quarters }: Series, level: string) =>
    [...months, ...quarters].map((result) => [
      measure.key,
      measure.kind,
      result.span.name,
      breakdown,
      slice,
      level,
      ...numbers(result),
    ])

  return [
    ...shares.flatMap((series) => ofSeries(series, '')),
    ...prideRows(overview, { breakdown, slice }),
    ...ofSeries(gap, ''),
    ...standards.flatMap(({ standard, series }) => ofSeries(series, `${standard.touchpoint}: ${standard.statement}`)),
    ...ofSeries(tookPart, ''),
  ]
}

function numbers({ figure }: Result): Cell[] {
  if (figure === null) return [null, null, 'withheld', null, null]

  const { count, of, value } = figure

  return [count, of, finite(value?.value), finite(value?.low), finite(value?.high)]
}

function prideRows({ pride }: Overview, { breakdown, slice }: Whose): Cell[][] {
  return pride.flatMap(({ span, levels }) =>
    levels.map((level, i) => {
      const share = shareOf(level)
      const shown = [finite(share?.value), finite(share?.low), finite(share?.high)]

      return [
        PRIDE.key,
        PRIDE.kind,
        span.name,
        breakdown,
        slice,
        PRIDE_LEVELS[i] ?? '',
        level.count,
        level.of,
        ...shown,
      ]
    }),
  )
}

/** One value alone has an interval without end, which has no digits. */
function finite(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}
