/** Tidy: one figure a row, with all its digits. */
import { type Cell, csv, TIDY_COLUMNS } from '../../lib/csv.ts'
import { type Figure, figuresOf, type Note, type Report } from './report.ts'

/** Figures, what is said of some of them, and last what every export says. */
export function reportCsv(report: Report): string {
  const said = [...(report.draft ? ['DRAFT'] : []), report.caveat].map((words) => ({ ...OF_ALL, words }))
  const notes = [...(report.notes ?? []), ...said]

  return csv(TIDY_COLUMNS, [...figuresOf(report).map(row), ...notes.map(noteRow)])
}

const OF_ALL = { span: '', breakdown: '', slice: '' }

function noteRow({ words, span, breakdown, slice }: Note): Cell[] {
  return ['note', 'note', span, breakdown, slice, words, null, null, null, null, null]
}

function row({ measure, of, span, breakdown, slice, level, numbers }: Figure): Cell[] {
  const names = [measure, of, span, breakdown, slice, level]
  if (numbers === 'withheld') return [...names, null, null, 'withheld', null, null]

  return [...names, numbers.count, numbers.of, numbers.value, numbers.low, numbers.high]
}
