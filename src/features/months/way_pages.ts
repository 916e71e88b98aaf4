/** How far contacts got, and where right and warm moved: pictures over quarters, because months are small. */
import { type Moved, movementChart } from '../../charts/movement.ts'
import { throughChart } from '../../charts/through.ts'
import { wilson } from '../../lib/statistics.ts'
import { shareWords } from './figure_words.ts'
import { cutOf, monthsOfYears } from './month_words.ts'
import { type Overview, seriesNamed } from './overview.ts'
import type { PageWords } from './page_words.ts'
import type { Through } from './results.ts'
import type { Span } from './spans.ts'
import { ENOUGH } from './verdict.ts'

export function throughBlock({ through }: Overview, words: PageWords) {
  const [quarter] = through
  const rows = through.map((each) => ({
    label: spanName(each.span, words),
    cells: [each.tried, each.bot, each.person, each.addressed].map(words.numbers.whole),
  }))

  const cut = quarter ? cutOf(quarter.span.months, { current: words.reading.current, name: words.name }) : ''

  return {
    chart: quarter && quarter.tried > 0 ? drawn(quarter, words) : '',
    nothing: `The quarter${cut}, ${rows[0]?.label ?? ''}, has no counted contact.`,
    span: `The quarter${cut}: ${rows[0]?.label ?? ''}`,
    said: 'Each bar is a share of all that was tried. A bot can deal with a concern too.',
    heads: ['Tried', 'A bot alone', 'A person', 'Concern addressed'],
    counted: `${TRIED_WORDS.tried} A bot alone: a machine answered and nobody came. ${TRIED_WORDS.addressed}`,
    rows,
  }
}

/** How getting through is counted, wherever it is drawn. */
export const TRIED_WORDS = {
  tried: 'Tried: every counted contact.',
  addressed: 'Concern addressed: answered “yes”, whoever dealt with it; “partly” is not counted.',
}

function drawn({ span, tried, bot, person, addressed }: Through, words: PageWords): string {
  const { whole } = words.numbers
  const of = (count: number) => `${whole(count)} of ${whole(tried)}`

  return throughChart({
    id: 'through',
    title: `Getting through, ${spanName(span, words)}`,
    steps: [
      { label: 'Tried', count: tried, figure: whole(tried) },
      {
        label: 'Somebody or a bot answered',
        count: bot + person,
        figure: of(bot + person),
        part: { count: bot, words: `${whole(bot)} a bot alone` },
      },
      { label: 'Reached a person', count: person, figure: of(person) },
      { label: 'Concern addressed', count: addressed, figure: of(addressed) },
    ],
  })
}

export function movementBlock(overview: Overview, words: PageWords) {
  const quarters = overview.spans.quarters.map((span, i) => cornersOf(overview, span, i))
  const enough = quarters.filter(({ of }) => of >= ENOUGH)
  const points = enough.map((quarter) => movedTo(quarter, words))

  return {
    chart:
      points.length > 1 ? movementChart({ id: 'movement', title: 'Right and warm, quarter by quarter', points }) : '',
    latest: latestWords(overview.spans.quarters.at(-1), words),
    leftOut: enough.length < quarters.length ? `Quarters with fewer than ${ENOUGH} such contacts are left out.` : '',
    rows: quarters.map((quarter) => ({
      label: spanName(quarter.span, words),
      cells: [quarter.right, quarter.warm, quarter.of].map(words.numbers.whole),
    })),
  }
}

/** "; the latest is the quarter so far" */
export function latestWords(quarter: Span | undefined, { name, reading }: PageWords): string {
  const cut = cutOf(quarter?.months ?? [], { current: reading.current, name })

  return cut ? `; the latest is the quarter${cut}` : ''
}

export interface Corners {
  span: Span
  right: number
  warm: number
  of: number
}

function cornersOf(overview: Overview, span: Span, quarter: number): Corners {
  const figure = (key: string) => seriesNamed(overview, key).quarters[quarter]?.figure
  const count = (key: string) => figure(key)?.count ?? 0

  return {
    span,
    right: count('right_warm') + count('right_cold'),
    warm: count('right_warm') + count('wrong_warm'),
    of: figure('right_warm')?.of ?? 0,
  }
}

/** A quarter as a point between wrong and right, cold and warm. */
export function movedTo({ span, right, warm, of }: Corners, words: PageWords): Moved {
  const { whole } = words.numbers
  const share = (count: number) => shareWords({ value: count / of, ...wilson(count, of) })

  return {
    label: `${span.name.slice(5)} ’${span.name.slice(2, 4)}`,
    said: `${spanName(span, words)}: ${whole(right)} of ${whole(of)} right (${share(right)}), ${whole(warm)} warm (${share(warm)})`,
    warm: warm / of,
    right: right / of,
  }
}

function spanName({ months }: Span, { name }: PageWords): string {
  return monthsOfYears(months, name)
}
