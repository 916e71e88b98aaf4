/** One slice of the closed quarters: its measures, what was put right, and of a touchpoint what was wanted beside what was told. */
import { targetChart } from '../../charts/target.ts'
import type { Context } from '../../context.ts'
import { addMonths } from '../../lib/periods.ts'
import { percent } from '../../lib/shares.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { readSlice } from './asked_closed_pages.ts'
import { cellIn } from './before_after.ts'
import { BREAKDOWN_NAMES, type Breakdown } from './breakdowns.ts'
import { comparedWords } from './closed_block_pages.ts'
import { slicePride } from './closed_picture_pages.ts'
import { touchpointParts } from './closed_touchpoint_pages.ts'
import { closedMonthSentence } from './closed_words.ts'
import { errataToSlice, erratumWords } from './errata_pages.ts'
import { FIGURE_MEASURES, howCounted, intervalsWords, leadingMeasure } from './every_measure.ts'
import { figureWords, NOTHING_COMPARED, numbersIn, shareWords } from './figure_words.ts'
import type { Figure } from './figures.ts'
import { verdictSentence } from './headline.ts'
import { type Measure, type ShareMeasure, standardMeasure } from './measures.ts'
import { monthNamer, spanInWords } from './month_words.ts'
import { methodWords } from './pages.ts'
import { listClosedMonths } from './published_store.ts'
import { cellBefore, changeOfCell, changeSince, figureOfCell, type ReadCell } from './read_cells.ts'
import { type ClosedSpan, type SliceReading, spanMonths, spanWords } from './span_words.ts'
import { AGAINST_COUNTED, AGAINST_WORDS, againstTarget } from './verdict.ts'

interface Asked {
  breakdown: Breakdown
  key: string
}

export function closedSlicePage(ctx: Context, asked: Asked): View {
  const { breakdown } = asked
  const { name, cells, touchpoint } = readSlice(ctx, asked)
  const reading = { ...namesFor(ctx), spans: spansOf(cells), primary: primaryOf(ctx) }

  return {
    template: 'months/closed_slice',
    title: name,
    at: '/months',
    kind: BREAKDOWN_NAMES[breakdown],
    back: `/months?breakdown=${breakdown}`,
    headline: headlineOf(name, cells, reading),
    ...figuresIn(cells, reading),
    remarks: errataToSlice(
      ctx,
      asked,
      reading.spans.map(({ span }) => span),
    ).map((erratum) => erratumWords(ctx, erratum)),
    ...(touchpoint ? touchpointParts(ctx, touchpoint, cells, reading) : { touchpoint: null }),
    method: methodWords(ctx),
  }
}

function figuresIn(cells: readonly ReadCell[], reading: SliceReading) {
  const now = reading.spans.at(-1)
  const standardsOf = (cell: ReadCell) => standardMeasure({ id: cell.level, statement: cell.levelName })

  return {
    isShown: cells.some(({ shown }) => shown),
    latest: now ? spanWords(now, reading) : '',
    pride: slicePride(cells, reading),
    against: AGAINST_COUNTED,
    measures: FIGURE_MEASURES.map((measure) => rowOf(measure, '', cells, reading)),
    standards: standardsIn(cells).map((cell) =>
      standardRow(cellIn(cells, cell, now), rowOf(standardsOf(cell), cell.level, cells, reading)),
    ),
  }
}

function namesFor(ctx: Context): Omit<SliceReading, 'spans'> {
  const { locale } = getOrganisation(ctx)

  return { locale, numbers: numbersIn(locale), month: monthNamer(locale) }
}

function spansOf(cells: readonly ReadCell[]): SliceReading['spans'] {
  return [...new Map(cells.map((cell) => [cell.span, cell])).values()].sort((a, b) =>
    a.lastMonth < b.lastMonth ? -1 : 1,
  )
}

/** The measure that led when the last month closed. */
function primaryOf(ctx: Context): ShareMeasure {
  return leadingMeasure(listClosedMonths(ctx).at(-1)?.primaryMeasure)
}

function headlineOf(
  name: string,
  cells: readonly ReadCell[],
  reading: SliceReading & { primary: ShareMeasure },
): string {
  const now = reading.spans.at(-1)
  if (!now) return `${name}: no quarter is published yet.`
  const before = reading.spans.find(({ lastMonth }) => lastMonth === addMonths(now.firstMonth, -1))
  const { primary, numbers } = reading
  const cellAt = (span: ClosedSpan) => cellIn(cells, { measure: primary.key, level: '' }, span)
  const cell = cellAt(now)
  const since = reading.spans.find(({ span }) => span === cell?.comparedWith) ?? before
  const change = changeOfCell(cell)
  // As it was published: another measure may have led then, and a verdict of 99% is not said at 95% above its table.
  const verdict = change && since ? verdictSentence(change.verdict, spanMonths(since, reading)) : ''
  const word = since ? verdict : 'There is nothing right before it to compare it with.'

  return closedMonthSentence(
    primary,
    { name: `${name}, ${spanMonths(now, reading)}`, figure: countIn(cell), word },
    since ? { name: spanMonths(since, reading), figure: countIn(cellAt(since)) } : null,
    numbers.whole,
  )
}

function countIn(cell: ReadCell | undefined): { count: number; of: number } | null {
  return cell?.count == null || cell.of === null ? null : { count: cell.count, of: cell.of }
}

/** The latest span beside the one a year before, and every span below. */
function rowOf(measure: Measure, level: string, cells: readonly ReadCell[], reading: SliceReading) {
  const own = new Map(
    cells.filter((cell) => cell.measure === measure.key && cell.level === level).map((cell) => [cell.span, cell]),
  )
  const now = own.get(reading.spans.at(-1)?.span ?? '')
  const before = now && [...own.values()].find((cell) => isYearBefore(cell, now))
  const sinceThen = changeSince(before, now)

  return {
    heading: measure.name,
    now: figureWords(figureOfCell(now), reading.numbers),
    change: {
      ...comparedWords(figureOfCell(now), changeOfCell(now), reading, cellBefore(now, own.values())),
      since: now?.comparedWith ? spanInWords(now.comparedWith, reading.month) : '',
    },
    before: before ? figureWords(figureOfCell(before), reading.numbers) : null,
    sinceThen: sinceThen ? comparedWords(figureOfCell(now), sinceThen, reading).words : '',
    explained: explained(measure, [...own.values()]),
    rows: [historyOf(own, reading)],
  }
}

/** The same months a year before: half a year is not set beside a quarter of another season. */
function isYearBefore(cell: ClosedSpan, now: ClosedSpan): boolean {
  return cell.firstMonth === addMonths(now.firstMonth, -12) && cell.lastMonth === addMonths(now.lastMonth, -12)
}

/** Every span of the slice, the newest first. */
function historyOf(own: ReadonlyMap<string, ReadCell>, reading: SliceReading) {
  return reading.spans
    .filter(({ span }) => own.has(span))
    .map((span) => {
      const cell = own.get(span.span)
      const figure = figureOfCell(cell)

      return {
        label: spanWords(span, reading),
        figure: figureWords(figure, reading.numbers),
        change: figure
          ? comparedWords(figure, changeOfCell(cell), reading, cellBefore(cell, own.values()))
          : NOTHING_COMPARED,
      }
    })
    .reverse()
}

/** How it is counted, in words, with the interval its changes were published with last. */
export function explained(measure: Measure, cells: readonly ReadCell[]): string {
  return `${howCounted(measure)} ${intervalsWords(cells.findLast(({ verdict }) => verdict !== null)?.confidence ?? null)}`
}

function standardsIn(cells: readonly ReadCell[]): ReadCell[] {
  return [...new Map(cells.filter(({ measure }) => measure === 'standard').map((cell) => [cell.level, cell])).values()]
}

/** Against the target it was published with; one that was not asked for in the latest span stands against nothing. */
function standardRow<R>(latest: ReadCell | undefined, row: R) {
  const figure = latest ? figureOfCell(latest) : null
  const target = latest?.target ?? null

  return {
    ...row,
    picture: latest && figure?.value ? targetPicture(latest, figure.value) : '',
    target: target === null ? '' : `${percent(target)}%`,
    against: AGAINST_WORDS[againstTarget(figure, target)],
  }
}

function targetPicture({ level, levelName, target, count, of }: ReadCell, share: NonNullable<Figure['value']>): string {
  return targetChart({
    id: `target-${level}`,
    title: `Beside its target: ${levelName}`,
    description: `${count} of ${of}, ${shareWords(share)}; target ${target === null ? 'not set' : `${percent(target)}%`}.`,
    ...{ share, target },
  })
}
