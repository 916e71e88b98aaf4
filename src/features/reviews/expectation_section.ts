/**
 * Expectation beside experience. What is published of closed months is the difference and its interval: the two means apart would say
 * more about single predictions, which are their authors' alone.
 */
import { meanInterval } from '../../lib/statistics.ts'
import type { Block, Cell, Figure } from '../../platform/files/report.ts'
import { GAP, VALUED } from '../months/measures.ts'
import { CAREFUL_CONFIDENCE, ENOUGH } from '../months/verdict.ts'
import { linesOf } from './month_lines.ts'
import { monthChange } from './month_verdicts.ts'
import { monthFigure, sumFigure, sumMoments } from './quarter_figures.ts'
import { monthsWords, type Reading } from './reading.ts'

export function expectationSection(reading: Reading): Block[] {
  const { totals, charted, quarter: name, months } = reading
  if (!charted.some((month) => monthFigure(GAP, totals, month))) return linesOf(reading, [GAP])
  const sentence = gapSentence(sumFigure(GAP, totals, { name, months }), reading)

  return [
    ...(sentence ? [{ kind: 'paragraphs', voice: 'body', texts: [sentence] } as const] : []),
    ...linesOf(reading, [GAP]),
    gapTable(reading),
    {
      kind: 'paragraphs',
      voice: 'quiet',
      texts: [
        'Expectations are sealed before the contact. A single one is read by nobody but its author, so what is shared is the difference, over enough leaders.',
      ],
    },
  ]
}

/** Only what the interval carries, at the confidence of all measures that do not lead: where it holds nought, nothing is said to differ. */
function gapSentence(gap: Figure | null, reading: Reading): string {
  const span = monthsWords(reading.months, reading)
  if (!gap) return ''
  if (gap.numbers === 'withheld')
    return `${span}: how leaders felt beside what they had expected is withheld, to protect those who expected.`
  const moments = sumMoments(GAP, reading.totals, reading.months)
  if (moments.of === 0) return ''
  const { low, high } = meanInterval(moments, CAREFUL_CONFIDENCE)
  if (moments.of < ENOUGH || low === high)
    return `${span}: only ${moments.of} of the contacts had a prediction, too few to tell a difference from what was expected.`
  const than = `${span}: on average leaders felt`
  if (low > 0) return `${than} more valued than they had expected. The 99% interval leaves out nought.`
  if (high < 0) return `${than} less valued than they had expected. The 99% interval leaves out nought.`

  return `${span}: no clear difference between what leaders expected and what they felt. The 99% interval holds nought.`
}

/** The newest month first, under the quarter. */
function gapTable(reading: Reading): Block {
  const { totals, charted, quarter, months, name } = reading
  const cell = (figure: Figure | null): Cell => figure ?? { kind: 'nothing' }
  const words = (said: string): Cell => ({ kind: 'words', words: said })
  const span = { name: quarter, months }
  const whole = [GAP, VALUED].map((measure) => cell(sumFigure(measure, totals, span)))

  return {
    ...{ kind: 'table', title: 'Expected and felt', note: '' },
    columns: ['Span', 'Felt minus expected', 'Beside the month before', 'Felt valued'],
    rows: [
      [words('Quarter'), whole[0] ?? cell(null), cell(null), whole[1] ?? cell(null)],
      ...charted
        .toReversed()
        .map((month) => [
          words(name(month).full),
          cell(monthFigure(GAP, totals, month)),
          monthChange(GAP, month, reading) ?? cell(null),
          cell(monthFigure(VALUED, totals, month)),
        ]),
    ],
  }
}
