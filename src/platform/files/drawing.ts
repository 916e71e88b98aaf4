/** Charts as vectors for the PDF, by the rules of the look: ink for data, one accent, orange and teal for embarrassed and proud alone. */

import type { Drawing } from '../../charts/painting.ts'
import { lineDrawing } from './line_drawing.ts'
import type { Chart } from './report.ts'
import { pairsDrawing, rangesDrawing } from './row_drawing.ts'
import { stackDrawing } from './stack_drawing.ts'

/** So many points wide, and as high as it needs to be. */
export function drawingOf(chart: Chart, width: number, locale: string): Drawing {
  const sheet = { width, locale }
  if (chart.form === 'line') return lineDrawing(chart, sheet)
  if (chart.form === 'stack') return stackDrawing(chart, sheet)

  return chart.form === 'pairs' ? pairsDrawing(chart, sheet) : rangesDrawing(chart, sheet)
}
