/** The report as a page shows it: words, tables and the same drawings as in print, as SVG. The template only lays it out. */
import { painted } from '../../charts/painting.ts'
import { drawingOf } from './drawing.ts'
import type { Block, Chart, FollowUp, Report, Table } from './report.ts'
import { type CellWords, cellWords, chartNote, chartWords, DOES, dayWords } from './report_words.ts'

/** Points, as in print; on a phone a drawing is as wide as the page, and its words stay readable. Rows with long names, and names side by side, need more. */
const WIDTH = 226
const WIDE = 340

export type PageBlock =
  | Exclude<Block, Chart | Table | { kind: 'followups' }>
  | { kind: 'table'; title: string; columns: readonly string[]; rows: PageCell[][]; note: string }
  | { kind: 'chart'; title: string; note: string; svg: string; said: string; wide: boolean }
  | { kind: 'followups'; items: (Omit<FollowUp, 'does' | 'due'> & { does: string; due: string })[] }

interface PageCell extends CellWords {
  /** The mark of a verdict; empty for everything else. */
  mark: string
}

export function reportPage(report: Report): { title: string; id: string; blocks: PageBlock[] }[] {
  return report.sections.map(({ title, blocks }, at) => ({
    title,
    id: `part-${at + 1}`,
    blocks: blocks.map((block, i) => blockOf(block, `c${at + 1}-${i + 1}`, report.locale)),
  }))
}

function blockOf(block: Block, id: string, locale: string): PageBlock {
  if (block.kind === 'table') return { ...block, rows: rowsOf(block, locale) }
  if (block.kind === 'chart') return chartOf(block, id, locale)
  if (block.kind !== 'followups') return block
  const items = block.items.map((item) => ({
    ...item,
    does: DOES[item.does],
    due: item.due ? dayWords(item.due, locale) : '',
  }))

  return { kind: 'followups', items }
}

function rowsOf({ rows }: Table, locale: string): PageCell[][] {
  return rows.map((row) =>
    row.map((cell) => ({
      ...cellWords(cell, locale),
      mark: cell.kind === 'change' && cell.mark !== 'withheld' ? cell.mark : '',
    })),
  )
}

function chartOf(chart: Chart, id: string, locale: string): PageBlock {
  const said = chartWords(chart, locale)
  const wide = chart.form === 'ranges' || (chart.form === 'stack' && !chart.diverging)
  const svg = painted(drawingOf(chart, wide ? WIDE : WIDTH, locale), { id, title: chart.title, description: said })

  return { kind: 'chart', title: chart.title, note: chartNote(chart), svg, said, wide }
}
