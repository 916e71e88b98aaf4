/**
 * A report as plain values: whoever has something to report builds one, and every format is written from it, so that all say the same.
 * Nothing here knows what is reported.
 */

export interface Report {
  title: string
  /** "Northwind Energy · quarterly review · July to September 2026" */
  subtitle: string
  /** BCP 47: how numbers and days are written, and what a screen reader speaks. */
  locale: string
  /** Not signed: DRAFT stands on every page, slide and sheet. */
  draft: boolean
  /** One sentence that stands on every page, slide and sheet. */
  caveat: string
  /** What the report is, in this order: period, number, version, fingerprint of its content … */
  facts: readonly Fact[]
  sections: readonly Section[]
  /** What the sections say of single figures, once more as rows of the CSV, which has no sections. Reports of old hold none. */
  notes?: readonly Note[]
}

/** Of the figures of this span and slice, or of all of the span; empty as in a figure. */
export interface Note extends Pick<Figure, 'span' | 'breakdown' | 'slice'> {
  words: string
}

export interface Fact {
  label: string
  value: string
}

export interface Section {
  title: string
  blocks: readonly Block[]
}

export type Block = Paragraphs | Table | Chart | Quotes | FollowUps | Signature

export interface Paragraphs {
  kind: 'paragraphs'
  /** Lead is the summary on top; quiet is said in a smaller voice. */
  voice: 'lead' | 'body' | 'quiet'
  texts: readonly string[]
}

export interface Table {
  kind: 'table'
  title: string
  /** The first one names the rows. */
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Said below; empty: nothing. */
  note: string
}

export type Cell = Words | Day | Figure | Change | Amount | Nothing

export interface Words {
  kind: 'words'
  words: string
}

export interface Day {
  kind: 'day'
  /** ISO, 2026-06-11. */
  day: string
}

/** A number that is not a measure, such as a target: written as a share (0.8 as 80%) or as it is. */
export interface Amount {
  kind: 'amount'
  amount: number
  unit: 'share' | 'number'
}

export interface Nothing {
  kind: 'nothing'
}

/** One measure in one span of one slice: the same object wherever it stands, in tables, charts and the rows of the CSV. */
export interface Figure {
  kind: 'figure'
  measure: string
  /** What its value is: share, mean or distribution (a share of one level). */
  of: 'share' | 'mean' | 'distribution'
  /** 2026-06 or 2026-Q2. */
  span: string
  /** Both empty: all contacts. */
  breakdown: string
  slice: string
  /** A level of a distribution, a standard; else empty. */
  level: string
  /** A difference of means: written with its sign. */
  signed: boolean
  numbers: Numbers | 'withheld'
}

export interface Numbers {
  /** Null of a mean. */
  count: number | null
  of: number
  /** Null where there is nothing to divide by. */
  value: number | null
  /** Null where there is no interval: of nothing, or of one alone. */
  low: number | null
  high: number | null
}

/** What is said of two spans: "No clear change", and "+4 points, −27 to +34" below. */
export interface Change {
  kind: 'change'
  mark: 'up' | 'down' | 'flat' | 'few' | 'withheld'
  words: string
  below: string
}

export type Chart = LineChart | StackChart | PairsChart | RangesChart

interface Drawn {
  kind: 'chart'
  title: string
  /** Said below; empty: nothing. */
  note: string
  categories: readonly Category[]
}

/** What stands on the axis of categories: "Jun", and in words "June 2026". */
export interface Category {
  label: string
  name: string
}

/** A share or mean over spans with its interval; with limits it is a control chart. */
export interface LineChart extends Drawn {
  form: 'line'
  scale: Scale
  points: readonly (Figure | null)[]
  /** One for each point, or none at all. */
  limits: readonly (Limits | null)[]
  /** A line at the share aimed for. */
  target: number | null
}

/** Shares run from 0 to 1. */
export type Scale = 'share' | { low: number; high: number }

export interface Limits {
  mean: number
  low: number
  high: number
  /** What the rules say of this point; null: nothing. */
  says: 'improvement' | 'concern' | 'change' | null
}

/** How contacts fall on levels, a bar a category; diverging: centred on the middle level, from embarrassed to proud. */
export interface StackChart extends Drawn {
  form: 'stack'
  diverging: boolean
  series: readonly Series[]
}

/** Two means a category, tied: expectation beside experience. */
export interface PairsChart extends Drawn {
  form: 'pairs'
  scale: Scale
  series: readonly [Series, Series]
}

/** A share with its interval a category, and the target it has: touchpoints, standards. */
export interface RangesChart extends Drawn {
  form: 'ranges'
  scale: Scale
  points: readonly (Figure | null)[]
  /** One for each point, or none at all. */
  targets: readonly (number | null)[]
}

export interface Series {
  name: string
  /** One for each category; null: nothing was counted. */
  points: readonly (Figure | null)[]
}

/** What people wrote, word for word. */
export interface Quotes {
  kind: 'quotes'
  quotes: readonly { words: string; by: string }[]
}

export interface FollowUps {
  kind: 'followups'
  items: readonly FollowUp[]
}

export interface FollowUp {
  does: 'fix' | 'coach' | 'celebrate'
  what: string
  owner: string
  /** ISO; null: no day. */
  due: string | null
  /** "Done, said on 12 October" */
  state: string
  /** "Held in 1 of 1 re-tests (October)"; empty: nobody has tested. */
  held: string
  /** What the owner adds: for customers, for the company, for the people who do the work. */
  lines: readonly string[]
}

export interface Signature {
  kind: 'signature'
  /** "Signed off by Rhea Castellan on 14 October 2026. Number 2026-Q3, version 1." One sentence each. */
  sentences: readonly string[]
}

function isFigure(cell: unknown): cell is Figure {
  return typeof cell === 'object' && cell !== null && 'kind' in cell && cell.kind === 'figure'
}

/** Every figure, each once, in the order it first stands in. Throws where one name stands for two different numbers. */
export function figuresOf(report: Report): Figure[] {
  const figures = report.sections.flatMap(({ blocks }) => blocks.flatMap(figuresIn))
  const byName = new Map<string, Figure>()
  for (const figure of figures) {
    const known = byName.get(nameOf(figure))
    if (known && JSON.stringify(known.numbers) !== JSON.stringify(figure.numbers))
      throw new Error(`the report gives two numbers for ${nameOf(figure)}`)
    byName.set(nameOf(figure), known ?? figure)
  }

  return [...byName.values()]
}

/** Of a bar of which some levels are withheld, the others alone would look like the whole: none of them is drawn. */
export function isPartlyWithheld({ series }: StackChart, category: number): boolean {
  return series.some(({ points }) => points[category]?.numbers === 'withheld')
}

function figuresIn(block: Block): Figure[] {
  if (block.kind === 'table') return block.rows.flat().filter(isFigure)
  if (block.kind !== 'chart') return []
  const points = 'series' in block ? block.series.flatMap((series) => series.points) : block.points

  return points.filter(isFigure)
}

function nameOf({ measure, of, span, breakdown, slice, level }: Figure): string {
  return JSON.stringify([measure, of, span, breakdown, slice, level])
}
