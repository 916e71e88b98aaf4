/** All numbers of twelve months, once: the page shows them, the export lists them. */
import { onceForEach } from '../../lib/once_for_each.ts'
import type { Rebase } from './control.ts'
import { leadingMeasure } from './every_measure.ts'
import type { Figure } from './figures.ts'
import {
  GAP,
  type Measure,
  PRIDE,
  rebaseKeyOf,
  SHARES,
  type ShareMeasure,
  standardMeasure,
  TOOK_PART,
} from './measures.ts'
import { type Keeping, NOTHING_KEPT, type Past, pastOf } from './past.ts'
import {
  answered,
  expectedAndFelt,
  figureAt,
  levelsOf,
  type MayShow,
  type Series,
  seriesOf,
  type Tallies,
  type Through,
  throughOf,
  withQuarters,
} from './results.ts'
import type { Span, Spans } from './spans.ts'
import type { Count } from './tally.ts'
import { confidenceFor } from './verdict.ts'

export interface Standard {
  id: string
  statement: string
  /** The share that should meet it, 0 to 1. */
  target: number | null
  touchpoint: string
  touchpointId: string
}

export interface Counted {
  /** By month; a month without contacts may be missing. */
  months: Tallies
  standards: readonly Standard[]
  mayShowGap: MayShow
  /** Noted changes by the key of their measure. */
  rebases: ReadonlyMap<string, readonly Rebase[]>
  keeping: Keeping
}

export interface Overview {
  spans: Spans
  primary: ShareMeasure
  shares: readonly Series[]
  tookPart: Series
  gap: Series
  /** Mean expectation and mean experience per month; null where nobody predicted or it is withheld. */
  expected: readonly ({ predicted: number; felt: number } | null)[]
  pride: readonly { span: Span; levels: readonly Count[] }[]
  /** With the figure of the quarter so far: of many standards a page shows no more. */
  standards: readonly { standard: Standard; measure: Measure; latest: Figure | null }[]
  /** The series of a standard, worked out where somebody looks. */
  seriesOf: (standard: { measure: Measure }) => Series
  /** Keeps what was made of all months but the last. */
  past: Past
  /** What became of all that was tried: the month of the page and its quarter so far. */
  through: readonly Through[]
}

/** `primaryMeasure` is the key of the measure that leads; felt valued where there is none of that name. */
export function overviewOf(spans: Spans, counted: Counted, primaryMeasure: string): Overview {
  const { mayShowGap, standards } = counted
  const tallies = withQuarters(counted.months, spans)
  const primary = leadingMeasure(primaryMeasure)
  const past = counted.keeping === 'kept' ? pastOf(tallies, spans) : NOTHING_KEPT
  const series = (measure: Measure, mayShow?: MayShow) =>
    seriesOf(measure, tallies, spans, {
      confidence: confidenceFor(measure, primary.key),
      past,
      ...(mayShow && { mayShow }),
      rebases: counted.rebases.get(rebaseKeyOf(measure)) ?? [],
    })

  return {
    spans,
    primary,
    shares: [primary, ...SHARES.filter((each) => each !== primary)].map((measure) => series(measure)),
    tookPart: series(TOOK_PART),
    gap: series(GAP, mayShowGap),
    expected: spans.months.map((span) => (mayShowGap(span) ? expectedAndFelt(tallies, span) : null)),
    pride: [...spans.months, ...spans.quarters].map((span) => ({ span, levels: levelsOf(tallies, span) })),
    ...{ through: throughNow(tallies, spans), standards: asked(standards, tallies, spans) },
    ...{ seriesOf: ({ measure }) => series(measure), past },
  }
}

function throughNow(tallies: Tallies, { quarters, months }: Spans): Through[] {
  return [...quarters.slice(-1), ...months.slice(-1)].map((span) => throughOf(tallies, span))
}

/** The standards that were asked about in the months of the page. */
function asked(standards: readonly Standard[], tallies: Tallies, { months, quarters }: Spans) {
  const spans = [...months, ...quarters]
  const quarter = quarters.at(-1)

  return standards
    .filter((standard) => spans.some((span) => answered(measureOf(standard).question, tallies, span) > 0))
    .map((standard) => ({
      ...{ standard, measure: measureOf(standard) },
      latest: quarter ? figureAt(measureOf(standard), tallies, quarter) : null,
    }))
}

const measureOf = onceForEach((standard: Standard) => standardMeasure(standard))

/** How many contacts a span has: everybody says how it felt to watch, whomever they reached. */
export function contactsIn({ pride }: Overview, span: Span): number {
  return pride.find((each) => each.span.name === span.name)?.levels[0]?.of ?? 0
}

export function seriesNamed({ shares }: Overview, key: string): Series {
  const found = shares.find(({ measure }) => measure.key === key)
  if (!found) throw new Error(`there is no measure ${key}`)

  return found
}

export const PRIDE_LEVELS = PRIDE.counts
