/** What is drawn otherwise than as a line: feelings, expectation, right and warm, and standards against their targets. */
import { divergingChart } from '../../charts/diverging.ts'
import { dumbbellChart } from '../../charts/dumbbell.ts'
import { contactDots } from '../../charts/quadrant.ts'
import { targetChart } from '../../charts/target.ts'
import { LEVELS } from '../../lib/feelings.ts'
import { percent, WITHHELD } from '../../lib/shares.ts'
import { counted } from '../../lib/words.ts'
import { figureWords } from './figure_words.ts'
import { followupLink, measureBlock, resultChange } from './measure_pages.ts'
import { PRIDE } from './measures.ts'
import { contactsIn, type Overview, type Standard, seriesNamed } from './overview.ts'
import type { PageWords } from './page_words.ts'
import type { Result, Series } from './results.ts'
import { standingByTouchpoint } from './standing_pages.ts'
import { AGAINST_COUNTED, AGAINST_WORDS, againstTarget } from './verdict.ts'

export function prideBlock({ pride, spans, past }: Overview, words: PageWords) {
  const earlier = past
    .named(words.reading.locale)
    .kept('pride', () => felt(pride.slice(0, spans.months.length - 1), words))
  const months = [...earlier, ...felt(pride.slice(spans.months.length - 1, spans.months.length), words)]
  const chart = divergingChart({
    id: PRIDE.key,
    title: 'How leaders felt watching, embarrassed to proud, by month',
    months: months.map(({ drawn }) => drawn),
  })

  return { chart, counted: PRIDE.counted, heads: LEVELS, rows: months.map(({ row }) => row).reverse() }
}

/** A month as it is drawn, and as a row. */
function felt(months: Overview['pride'], { name, numbers, reading }: PageWords) {
  return months.map(({ span, levels }) => ({
    drawn: {
      label: name(span.name).short,
      name: name(span.name).full,
      levels: levels.map(({ count }) => count) as unknown as readonly [number, number, number, number, number],
      now: span.name === reading.month,
    },
    row: {
      label: name(span.name).full,
      cells: levels.map(({ count, of }) => (of === 0 ? '–' : numbers.whole(count))),
    },
  }))
}

export function gapBlock({ gap, expected }: Overview, words: PageWords) {
  const last = gap.months.length - 1
  const month = (one: Result, i: number) => meansOf(one, expected[i] ?? null, words)
  const earlier = gap.past.named(words.reading.locale).kept('means', () => gap.months.slice(0, last).map(month))
  const months = [...earlier, ...gap.months.slice(last).map((one) => month(one, last))]
  const chart = dumbbellChart({
    id: 'predicted_and_felt',
    title: 'Valued, predicted beside felt, means of 1 to 5 by month',
    months: months.map(({ drawn }) => drawn),
  })

  return {
    ...measureBlock(gap, words),
    chart,
    means: months.map(({ row }) => row).reverse(),
    withheld: [...gap.months, ...gap.quarters.slice(-2)].some(({ figure }) => figure === null),
    enough: words.reading.enough,
  }
}

/** A month as it is drawn, and as a row. */
function meansOf(
  { span, figure }: Result,
  expected: Overview['expected'][number],
  { name, numbers, reading }: PageWords,
) {
  const { short: label, full } = name(span.name)
  const [predicted, felt] = [expected?.predicted, expected?.felt].map((mean) =>
    mean === undefined ? '–' : numbers.mean(mean),
  )
  const means = figure === null ? WITHHELD : expected && { ...expected, said: `predicted ${predicted}, felt ${felt}` }

  return {
    drawn: { label, name: full, means, now: span.name === reading.month },
    row: { label: full, cells: figure === null ? [WITHHELD, WITHHELD] : [predicted, felt] },
  }
}

export function quadrantBlock(overview: Overview, { name, numbers, reading }: PageWords) {
  const corner = (key: string) => {
    const figure = seriesNamed(overview, key).months.at(-1)?.figure
    const count = { count: figure?.count ?? 0, of: figure?.of ?? 0 }

    return { ...count, words: numbers.whole(count.count), chart: contactDots(count) }
  }
  const [rightWarm, rightCold, wrongWarm, neither] = [
    corner('right_warm'),
    corner('right_cold'),
    corner('wrong_warm'),
    corner('neither'),
  ]
  const span = overview.spans.months.at(-1)

  const leftOut = (span ? contactsIn(overview, span) : 0) - rightWarm.of

  return {
    ...{ month: name(reading.month).long, soFar: reading.month === reading.current ? ' so far' : '' },
    of: rightWarm.of,
    ofWords: `${numbers.whole(rightWarm.of)} ${rightWarm.of === 1 ? 'contact' : 'contacts'}`,
    leftOut: leftOut > 0 ? `${counted(leftOut, 'contact')} reached nobody or could not tell.` : '',
    ...{ rightWarm, rightCold, wrongWarm, neither },
  }
}

/** Standards one by one, few of them month by month too; many as how each touchpoint's stand, whose own months show them. */
export function standardsBlock({ standards, seriesOf }: Overview, words: PageWords) {
  const against = AGAINST_COUNTED
  if (standards.length > MANY_STANDARDS)
    return { against, rows: [], monthly: [], byTouchpoint: standingByTouchpoint(standards) }

  const isFew = standards.length <= FEW_STANDARDS
  const monthly = (isFew ? standards : []).map((each) => ({
    ...measureBlock(seriesOf(each), words),
    touchpoint: each.standard.touchpoint,
  }))

  const rows = standards.map((each) => standardRow(each.standard, seriesOf(each), words))

  return { against, rows, monthly, byTouchpoint: [] }
}

/** So many are shown month by month too; of more a page shows two quarters. */
const FEW_STANDARDS = 12

/** So many stand on a page one by one. */
const MANY_STANDARDS = 40

function standardRow(standard: Standard, series: Series, words: PageWords) {
  const [earlier, now] = series.quarters.slice(-2)
  const figure = now && figureWords(now.figure, words.numbers)
  const target = standard.target === null ? '' : `${percent(standard.target)}%`
  const change = now && resultChange(now, words.numbers)
  const against = againstTarget(now?.figure ?? null, standard.target)
  const picture = targetChart({
    id: `target-${standard.id}`,
    title: `Beside its target: ${standard.statement}`,
    description: `${figure?.strong} ${figure?.rest}, ${figure?.below || 'nothing counted'}; target ${target || 'not set'}.`,
    share: now?.figure?.value ?? null,
    target: standard.target,
  })

  return {
    ...{ heading: standard.statement, touchpoint: standard.touchpoint, picture, target, now: figure, change },
    earlier: earlier && figureWords(earlier.figure, words.numbers),
    against: AGAINST_WORDS[against],
    followup: followupLink(series, words.reading.month),
  }
}
