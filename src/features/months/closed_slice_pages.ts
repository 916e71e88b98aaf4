/** One slice of the closed quarters: its measures, what was put right, and of a touchpoint what was wanted beside what was told. */
import type { Context } from '../../context.ts'
import { addMonths } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { percent } from '../../lib/shares.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { findTouchpoint } from '../touchpoints/store.ts'
import { mayReadSlices } from './asked_closed_pages.ts'
import { BREAKDOWN_NAMES, type Breakdown } from './breakdowns.ts'
import { comparedWords } from './closed_block_pages.ts'
import { erratumWords } from './closed_pages.ts'
import { closedMonthSentence } from './closed_words.ts'
import { figureWords, type Numbers, numbersIn } from './figure_words.ts'
import { GAP, type Measure, SHARES, standardMeasure, TOOK_PART, VALUED } from './measures.ts'
import { monthNamer, monthsInWords } from './month_words.ts'
import { methodWords } from './pages.ts'
import { WITHHELD_WORDS } from './published.ts'
import { listClosedMonths, listErrata, listPublishedCells, listPublishedTexts } from './published_store.ts'
import { changeOfCell, changeSince, figureOfCell, type ReadCell } from './read_cells.ts'
import { AGAINST_WORDS, againstTarget } from './verdict.ts'

interface Asked {
  breakdown: Breakdown
  key: string
}

export function closedSlicePage(ctx: Context, asked: Asked): View {
  const { breakdown, key } = asked
  const mayRead = mayReadSlices(ctx)({ breakdown, slice: key })
  const cells = mayRead ? listPublishedCells(ctx, { breakdown, slice: key }) : []
  const touchpoint = mayRead && breakdown === 'touchpoint' ? findTouchpoint(ctx, key) : undefined
  const name = cells.at(-1)?.sliceName ?? touchpoint?.name
  if (name === undefined)
    throw new Problem('not_found', `Nothing was published of that ${BREAKDOWN_NAMES[breakdown].toLowerCase()}.`)
  const reading = { ...namesFor(ctx), spans: spansOf(cells) }

  return {
    template: 'months/closed_slice',
    title: name,
    at: '/months',
    kind: BREAKDOWN_NAMES[breakdown],
    back: `/months?breakdown=${breakdown}`,
    headline: headlineOf(ctx, name, cells, reading),
    ...figuresIn(cells, reading),
    remarks: errataOf(ctx, asked, reading),
    touchpoint: touchpoint && aboutTouchpoint(touchpoint),
    told: touchpoint ? toldOf(ctx, touchpoint.id, reading) : [],
    withheldWords: WITHHELD_WORDS,
    method: methodWords(ctx),
  }
}

function figuresIn(cells: readonly ReadCell[], reading: Reading) {
  const now = reading.spans.at(-1)
  const standardsOf = (cell: ReadCell) => standardMeasure({ id: cell.level, statement: cell.levelName })

  return {
    latest: now ? spanWords(now, reading) : '',
    measures: [...SHARES, GAP, TOOK_PART].map((measure) => rowOf(measure, '', cells, reading)),
    standards: standardsIn(cells).map((cell) =>
      standardRow(cell, rowOf(standardsOf(cell), cell.level, cells, reading)),
    ),
  }
}

interface Reading {
  numbers: Numbers
  locale: string
  month: ReturnType<typeof monthNamer>
  /** Every span of the slice, oldest first. */
  spans: readonly Pick<ReadCell, 'span' | 'firstMonth' | 'lastMonth'>[]
}

function namesFor(ctx: Context): Omit<Reading, 'spans'> {
  const { locale } = getOrganisation(ctx)

  return { locale, numbers: numbersIn(locale), month: monthNamer(locale) }
}

function spansOf(cells: readonly ReadCell[]): Reading['spans'] {
  return [...new Map(cells.map((cell) => [cell.span, cell])).values()].sort((a, b) =>
    a.lastMonth < b.lastMonth ? -1 : 1,
  )
}

/** "2026-Q2, April to June" */
function spanWords(
  { span, firstMonth, lastMonth }: Reading['spans'][number],
  { month }: Pick<Reading, 'month'>,
): string {
  return `${span.replace('/', ' to ')}, ${monthsInWords([firstMonth, firstMonth, lastMonth], (each) => month(each).long)}`
}

function headlineOf(ctx: Context, name: string, cells: readonly ReadCell[], reading: Reading): string {
  const [before, now] = [reading.spans.at(-2), reading.spans.at(-1)]
  if (!now) return `${name}: no quarter is published yet.`
  const primaryKey = listClosedMonths(ctx).at(-1)?.primaryMeasure
  const primary = SHARES.find(({ key }) => key === primaryKey) ?? VALUED
  const cellAt = (span: string) => cells.find((cell) => cell.span === span && cell.measure === primary.key)
  const cell = cellAt(now.span)
  const earlier = cell?.comparedWith ? cellAt(cell.comparedWith) : undefined

  return closedMonthSentence(
    primary,
    { name: `${name}, ${now.span.replace('/', ' to ')}`, figure: countIn(cell), word: '' },
    before ? { name: earlier?.span ?? before.span, figure: countIn(earlier) } : null,
    reading.numbers.whole,
  )
}

function countIn(cell: ReadCell | undefined): { count: number; of: number } | null {
  return cell?.count == null || cell.of === null ? null : { count: cell.count, of: cell.of }
}

/** The latest span beside the one a year before, and every span below. */
function rowOf(measure: Measure, level: string, cells: readonly ReadCell[], reading: Reading) {
  const own = new Map(
    cells.filter((cell) => cell.measure === measure.key && cell.level === level).map((cell) => [cell.span, cell]),
  )
  const now = own.get(reading.spans.at(-1)?.span ?? '')
  const before = now && [...own.values()].find(({ lastMonth }) => lastMonth === addMonths(now.lastMonth, -12))
  const sinceThen = changeSince(before, now)

  return {
    heading: measure.name,
    now: figureWords(figureOfCell(now), reading.numbers),
    change: {
      ...comparedWords(figureOfCell(now), changeOfCell(now), reading),
      since: now?.comparedWith?.replace('/', ' to ') ?? '',
    },
    before: before ? figureWords(figureOfCell(before), reading.numbers) : null,
    sinceThen: sinceThen ? comparedWords(figureOfCell(now), sinceThen, reading).words : '',
    explained: explained(measure),
    rows: historyOf(own, reading),
  }
}

/** Every span of the slice, the newest first. */
function historyOf(own: ReadonlyMap<string, ReadCell>, reading: Reading) {
  return reading.spans
    .filter(({ span }) => own.has(span))
    .map((span) => {
      const cell = own.get(span.span)
      const figure = figureOfCell(cell)

      return {
        label: spanWords(span, reading),
        figure: figureWords(figure, reading.numbers),
        change: comparedWords(figure, changeOfCell(cell), reading),
      }
    })
    .reverse()
}

/** How it is counted, in words. */
export function explained({ kind, of, counted }: Measure): string {
  return `${kind === 'mean' ? 'Mean over' : 'Share of'} ${of}. ${counted} Figures stand with their 95% interval.`
}

function standardsIn(cells: readonly ReadCell[]): ReadCell[] {
  return [...new Map(cells.filter(({ measure }) => measure === 'standard').map((cell) => [cell.level, cell])).values()]
}

function standardRow<R>(cell: ReadCell, row: R) {
  const figure = figureOfCell(cell)

  return {
    ...row,
    target: cell.target === null ? '' : `${percent(cell.target)}%`,
    against: AGAINST_WORDS[againstTarget(figure, cell.target)],
  }
}

function errataOf(ctx: Context, { breakdown, key }: Asked, { spans, locale }: Reading): string[] {
  const isHere = (one: { breakdown: string; slice: string }) =>
    (one.breakdown === '' || one.breakdown === breakdown) && (one.slice === '' || one.slice === key)

  return listErrata(
    ctx,
    spans.map(({ span }) => span),
  )
    .filter(isHere)
    .map((erratum) => erratumWords(erratum, { locale }))
}

function aboutTouchpoint({ id, intent, motivation, storyWanted }: NonNullable<ReturnType<typeof findTouchpoint>>) {
  return { id, intent, motivation, storyWanted }
}

/** Stories under their quarter, the newest quarter first; how many there are is nobody's count. */
function toldOf(ctx: Context, touchpointId: string, reading: Reading) {
  const bySpan = Map.groupBy(listPublishedTexts(ctx, { touchpointId }), ({ span }) => span)

  return [...reading.spans]
    .reverse()
    .filter(({ span }) => bySpan.has(span))
    .map((span) => ({
      label: spanWords(span, reading),
      texts: (bySpan.get(span.span) ?? []).map(({ words }) => words),
    }))
}
