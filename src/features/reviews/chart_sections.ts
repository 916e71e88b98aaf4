/** The sections that are drawn: month by month, feelings, right and warm, touchpoints and standards. */
import { LEVELS } from '../../lib/feelings.ts'
import type { Block, StackChart } from '../../platform/files/report.ts'
import { PRIDE, SHARES } from '../months/measures.ts'
import { categoriesOf, isWithheld, linesOf, NONE_PUBLISHED, nothing } from './month_lines.ts'
import { levelFigures, monthFigure } from './quarter_figures.ts'
import type { Reading } from './reading.ts'
import { standardsSection, touchpointsSection } from './touchpoint_sections.ts'

export const chartSections = {
  months: monthBlocks,
  pride: prideBlocks,
  quadrant: quadrantBlocks,
  touchpoints: touchpointsSection,
  standards: standardsSection,
} as const

const CHARTED: readonly string[] = [
  ...['valued', 'reached', 'addressed', 'escalation', 'promise_kept', 'survey', 'business', 'in_time'],
]

function monthBlocks(reading: Reading): Block[] {
  return linesOf(
    reading,
    SHARES.filter(({ key }) => CHARTED.includes(key)),
  )
}

/** As many months as rows stay readable in. */
const ROWS = 6

function prideBlocks(reading: Reading): Block[] {
  const months = reading.charted.slice(-ROWS)
  const levels = months.map((month) => levelFigures(reading.totals, month))
  const chart: StackChart = {
    ...{ kind: 'chart', form: 'stack', diverging: true, title: PRIDE.name, note: PRIDE.counted },
    categories: categoriesOf(reading, -ROWS),
    series: LEVELS.map((level, i) => ({ name: level, points: levels.map((each) => each[i] ?? null) })),
  }

  return drawnUnlessEmpty(chart)
}

function quadrantBlocks(reading: Reading): Block[] {
  const months = reading.charted.slice(-ROWS)
  const parts = SHARES.filter(({ question }) => question === 'quadrant')
  const chart: StackChart = {
    ...{
      kind: 'chart',
      form: 'stack',
      diverging: false,
      title: 'Right and warm, by month',
      note: parts[0]?.counted ?? '',
    },
    categories: categoriesOf(reading, -ROWS),
    series: parts.map((part) => ({
      name: part.name,
      points: months.map((month) => monthFigure(part, reading.totals, month)),
    })),
  }

  return drawnUnlessEmpty(chart)
}

function drawnUnlessEmpty(chart: StackChart): Block[] {
  const points = chart.series.flatMap((each) => each.points)
  if (!points.some(Boolean)) return [nothing(NONE_PUBLISHED)]

  return isWithheld(points) ? [nothing(`Withheld in every month: ${chart.title}.`)] : [chart]
}
