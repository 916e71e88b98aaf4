/** What readers see drawn otherwise than as a line: feelings, and right and warm. */
import { divergingChart } from '../../charts/diverging.ts'
import { contactDots } from '../../charts/quadrant.ts'
import { LEVELS } from '../../lib/feelings.ts'
import type { Month } from '../../lib/periods.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { ClosedReading } from './closed_reading.ts'
import type { Numbers } from './figure_words.ts'
import { PRIDE } from './measures.ts'
import type { ReadCell } from './read_cells.ts'
import { type ClosedSpan, type SliceReading, spanWords } from './span_words.ts'

type Levels = [number, number, number, number, number]

/** `levels` are the published cells of the levels by month. */
export function closedPride(levels: ReadonlyMap<Month, readonly ReadCell[]>, closed: ClosedReading) {
  const { words, months, errata } = closed
  const { name, numbers, reading } = words
  const columns = months.map((month) => ({
    ...{ label: name(month).short, name: name(month).full, now: month === reading.month },
    ...countsOf(levels.get(month)),
  }))

  return { ...prideIn(columns, 'month', numbers), errata: errata(PRIDE.key) }
}

/** The same of a slice, quarter by quarter; where no quarter of it may be shown, in words alone. */
export function slicePride(cells: readonly ReadCell[], reading: SliceReading) {
  const levels = cells.filter(({ measure }) => measure === PRIDE.key)
  const bySpan = Map.groupBy(levels, ({ span }) => span)
  const spans = reading.spans.filter(({ span }) => bySpan.has(span))
  const columns = spans.map((span) => ({
    ...{ label: shortSpan(span), name: spanWords(span, reading), now: span === spans.at(-1) },
    ...countsOf(bySpan.get(span.span)),
  }))

  return { ...prideIn(columns, 'quarter', reading.numbers), anything: levels.some(({ shown }) => shown) }
}

/** "Q2 ’26", "Q1–Q2 ’26": what fits beside a bar on a phone. */
function shortSpan({ span }: ClosedSpan): string {
  const quarters = span.split('/').map((each) => each.slice(5))

  return `${quarters.join('–')} ’${span.slice(2, 4)}`
}

type Column = { label: string; name: string; now: boolean } & ReturnType<typeof countsOf>

function prideIn(columns: readonly Column[], by: string, numbers: Numbers) {
  const chart = divergingChart({
    id: PRIDE.key,
    title: `How leaders felt watching, embarrassed to proud, by ${by}`,
    months: columns.map(({ label, name, levels, absent, now }) => ({
      ...{ label, name, levels: levels ?? [0, 0, 0, 0, 0], now },
      ...(levels === null && absent === WITHHELD && { absent }),
    })),
  })
  const rows = columns.map(({ name, levels, absent }) => ({
    label: name,
    cells: PRIDE.counts.map((_, i) => (levels ? numbers.whole(levels[i] ?? 0) : absent)),
  }))

  return { chart, counted: PRIDE.counted, heads: LEVELS, rows: rows.reverse() }
}

function countsOf(cells: readonly ReadCell[] | undefined): { levels: Levels | null; absent: string } {
  if (!cells) return { levels: null, absent: '–' }
  if (!cells.every(({ shown }) => shown)) return { levels: null, absent: WITHHELD }
  const countOf = (level: string) => cells.find((cell) => cell.level === level)?.count ?? 0

  return { levels: PRIDE.counts.map(countOf) as Levels, absent: '–' }
}

/** The four corners of the month of the page; each stands for itself, because each may be withheld. */
export function closedQuadrant({ words, cells }: ClosedReading) {
  const { name, numbers, reading } = words
  const corner = (key: string) => {
    const cell = cells(key).get(reading.month)
    const [count, of] = [cell?.count ?? null, cell?.of ?? null]
    if (count === null || of === null) return { of: null, words: cell ? WITHHELD : '–', chart: '' }

    return { of, words: numbers.whole(count), chart: contactDots({ count, of }) }
  }
  const [rightWarm, rightCold] = [corner('right_warm'), corner('right_cold')]
  const [wrongWarm, neither] = [corner('wrong_warm'), corner('neither')]
  const of = [rightWarm, rightCold, wrongWarm, neither].find((each) => each.of !== null)?.of ?? null

  return {
    month: name(reading.month).long,
    ofWords: of === null ? null : numbers.whole(of),
    ...{ rightWarm, rightCold, wrongWarm, neither },
  }
}
