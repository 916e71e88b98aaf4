/** What readers see drawn otherwise than as a line: feelings, and right and warm. */
import { divergingChart } from '../../charts/diverging.ts'
import { contactDots } from '../../charts/quadrant.ts'
import { LEVELS } from '../../lib/feelings.ts'
import type { Month } from '../../lib/periods.ts'
import type { ClosedReading } from './closed_block_pages.ts'
import { PRIDE } from './measures.ts'
import type { ReadCell } from './read_cells.ts'

const WITHHELD = 'withheld'

type Levels = [number, number, number, number, number]

/** `levels` are the published cells of the levels by month. */
export function closedPride(levels: ReadonlyMap<Month, readonly ReadCell[]>, { words, months }: ClosedReading) {
  const { name, numbers, reading } = words
  const counts = months.map((month) => ({ month, ...countsOf(levels.get(month)) }))
  const chart = divergingChart({
    id: PRIDE.key,
    title: 'How leaders felt watching, embarrassed to proud, by month',
    months: counts.map(({ month, levels, absent }) => ({
      label: name(month).short,
      name: name(month).full,
      levels: levels ?? [0, 0, 0, 0, 0],
      ...(levels === null && absent === WITHHELD && { absent }),
      now: month === reading.month,
    })),
  })
  const rows = counts.map(({ month, levels, absent }) => ({
    label: name(month).full,
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
    if (count === null || of === null) return { of: null, words: cell ? 'withheld' : '–', chart: '' }

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
