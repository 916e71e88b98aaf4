import type { Report } from '../../src/platform/files/report.ts'
import { shareFigure } from './figures.ts'
import { quarterReport } from './quarter_report.ts'

/** One text in every place a report has for one. */
export function sayEverywhere(text: string): Report {
  const figure = shareFigure({ measure: 'valued', slice: text, breakdown: 'touchpoint', level: text }, 9, 12)
  const category = { label: text, name: text }
  const series = { name: text, points: [figure] }
  const drawn = { kind: 'chart', title: text, note: text, categories: [category] } as const

  return quarterReport({
    ...{ title: text, subtitle: text, caveat: text, facts: [{ label: text, value: text }] },
    notes: [{ words: text, span: '2026-06', breakdown: 'touchpoint', slice: text }],
    sections: [
      {
        title: text,
        blocks: [
          { kind: 'paragraphs', voice: 'lead', texts: [text] },
          {
            kind: 'table',
            title: text,
            columns: [text, text, text],
            note: text,
            rows: [[{ kind: 'words', words: text }, figure, { kind: 'change', mark: 'up', words: text, below: text }]],
          },
          { ...drawn, form: 'line', scale: 'share', points: [figure], limits: [], target: null },
          { ...drawn, form: 'stack', diverging: false, series: [series] },
          { ...drawn, form: 'pairs', scale: { low: 1, high: 5 }, series: [series, series] },
          { ...drawn, form: 'ranges', scale: 'share', points: [figure], targets: [0.8] },
          { kind: 'quotes', quotes: [{ words: text, by: text }] },
          {
            kind: 'followups',
            items: [{ does: 'fix', what: text, owner: text, due: null, state: text, held: text, lines: [text] }],
          },
          { kind: 'signature', sentences: [text] },
        ],
      },
    ],
  })
}

/** Without what line breaks add or take. */
export const squeezed = (text: string) => text.replace(/[\s\u200B\u00AD]+/g, '')
