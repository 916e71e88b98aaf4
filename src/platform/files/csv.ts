/** Tidy: one figure a row, with all its digits. */
import { type Cell, csv, TIDY_COLUMNS } from '../../lib/csv.ts'
import { type Figure, figuresOf, type Report } from './report.ts'

/** Figures, and last what every export says. */
export function reportCsv(report: Report): string {
  const notes = [...(report.draft ? ['DRAFT'] : []), report.caveat]

  return csv(TIDY_COLUMNS, [...figuresOf(report).map(row), ...notes.map(noteRow)])
}

function noteRow(note: string): Cell[] {
  return ['note', 'note', '', '', '', note, null, null, null, null, null]
}

function row({ measure, of, span, breakdown, slice, level, numbers }: Figure): Cell[] {
  const names = [measure, of, span, breakdown, slice, level]
  if (numbers === 'withheld') return [...names, null, null, 'withheld', null, null]

  return [...names, numbers.count, numbers.of, numbers.value, numbers.low, numbers.high]
}
