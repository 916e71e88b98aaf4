/** Getting through, right and warm as movement, and expectation beside experience, as far as closed months show them. */
import { gapChart } from '../../charts/gap.ts'
import { type Moved, movementChart } from '../../charts/movement.ts'
import { throughChart } from '../../charts/through.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { ClosedReading } from './closed_reading.ts'
import { figureWords } from './figure_words.ts'
import { GAP } from './measures.ts'
import { monthsOfYears } from './month_words.ts'
import { addedUp, figureOfCell, type ShownNumbers } from './read_cells.ts'
import type { Span } from './spans.ts'
import { ENOUGH } from './verdict.ts'
import { latestWords, movedTo, TRIED_WORDS } from './way_pages.ts'

/** The quarter up to the month of the page, or where that is withheld the month alone; what answered that was no person is not told of closed months. */
export function closedThrough(reading: ClosedReading) {
  const { words, months, quarters } = reading
  const quarter = quarters.at(-1)?.months ?? []
  const spans = quarter.length > 1 ? [quarter, months.slice(-1)] : [quarter]
  const ways = spans.map((span) => ({ span, ...wayOf(span, reading) }))
  const shown = ways.find(({ person, addressed }) => person && addressed)

  return {
    chart: shown?.person && shown.addressed ? throughOf(shown.person, shown.addressed, shown.span, reading) : '',
    nothing: `Withheld for ${monthsOfYears(quarter, words.name)}.`,
    span: monthsOfYears(shown?.span ?? quarter, words.name),
    said: 'Each bar is a share of all that was tried.',
    heads: ['Tried', 'A person', 'Concern addressed'],
    counted: `${TRIED_WORDS.tried} ${TRIED_WORDS.addressed}`,
    rows: ways.map((way) => ({
      label: monthsOfYears(way.span, words.name),
      cells: cellsOf(way, words.numbers.whole),
    })),
  }
}

interface Way {
  person: ShownNumbers | null
  addressed: ShownNumbers | null
}

/** Only where every month of it is shown. */
function wayOf(span: readonly string[], { cells }: ClosedReading): Way {
  const of = (measure: string) => addedUp(span.map((month) => cells(measure).get(month)))

  return { person: of('reached'), addressed: of('addressed') }
}

function cellsOf({ person, addressed }: Way, whole: (count: number) => string): string[] {
  const said = (count: number | null | undefined) => (count === null || count === undefined ? WITHHELD : whole(count))

  return [said((person ?? addressed)?.of), said(person?.count), said(addressed?.count)]
}

function throughOf(
  person: ShownNumbers,
  addressed: ShownNumbers,
  span: readonly string[],
  { words }: ClosedReading,
): string {
  const { whole } = words.numbers
  const tried = person.of ?? 0
  const step = (label: string, count: number) => ({ label, count, figure: `${whole(count)} of ${whole(tried)}` })

  return throughChart({
    id: 'through',
    title: `Getting through, ${monthsOfYears(span, words.name)}`,
    steps: [
      { label: 'Tried', count: tried, figure: whole(tried) },
      step('Reached a person', person.count ?? 0),
      step('Concern addressed', addressed.count ?? 0),
    ],
  })
}

/** Quarters of which every corner is shown in every month, and that have enough contacts. */
export function closedMovement(reading: ClosedReading) {
  const { quarters, words } = reading
  const corners = quarters.map((span) => ({ span, ...cornersOf(span, reading) }))
  const points = corners.flatMap(({ span, right, warm, of }): Moved[] =>
    right === null || warm === null || of === null || of < ENOUGH ? [] : [movedTo({ span, right, warm, of }, words)],
  )
  const said = (count: number | null) => (count === null ? WITHHELD : words.numbers.whole(count))

  return {
    chart:
      points.length > 1 ? movementChart({ id: 'movement', title: 'Right and warm, quarter by quarter', points }) : '',
    latest: latestWords(quarters.at(-1), words),
    leftOut:
      points.length < corners.length
        ? `Quarters that are withheld, and those with fewer than ${ENOUGH} such contacts, are left out.`
        : '',
    rows: corners.map(({ span, right, warm, of }) => ({
      label: monthsOfYears(span.months, words.name),
      cells: [said(right), said(warm), said(of)],
    })),
  }
}

function cornersOf({ months }: Span, { cells }: ClosedReading) {
  const [both, right, warm] = ['right_warm', 'right_cold', 'wrong_warm'].map((key) =>
    addedUp(months.map((month) => cells(key).get(month))),
  )
  const sum = (one?: ShownNumbers | null, other?: ShownNumbers | null) =>
    one && other ? (one.count ?? 0) + (other.count ?? 0) : null

  return { right: sum(both, right), warm: sum(both, warm), of: both?.of ?? null }
}

/** What leaders expected is nobody's to read; how far off it was is, over enough of them. */
export function closedGapChart({ words, months, cells }: ClosedReading): string {
  const published = cells(GAP.key)
  if (!months.some((month) => published.get(month)?.shown)) return ''

  return gapChart({
    id: 'felt_less_expected',
    title: 'How valued leaders felt, less how valued they had expected to feel, means by month',
    months: months.map((month) => {
      const figure = figureOfCell(published.get(month))
      const { strong, rest, below } = figureWords(figure, words.numbers)

      return {
        ...{ label: words.name(month).short, name: words.name(month).full, now: month === words.reading.month },
        gap: figure?.value ?? null,
        said: figure?.value ? `${strong} ${rest}, 95% interval ${below}` : figure ? '–' : WITHHELD,
      }
    }),
  })
}
