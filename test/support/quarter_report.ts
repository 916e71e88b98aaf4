import type { Block, Category, Cell, Figure, Report, Section, Series } from '../../src/platform/files/report.ts'
import { meanFigure, shareFigure, withheldFigure } from './figures.ts'
import { commitments, method, stories, TOUCHPOINTS } from './quarter_words.ts'

const MEASURES = [
  ['reached', 'Reached a person'],
  ['valued', 'Felt valued'],
  ['addressed', 'Concern addressed'],
  ['escalation', 'Escalation path offered'],
  ['promise', 'Promise kept'],
  ['survey', 'Our survey let me say it'],
  ['proud', 'Proud'],
  ['business', 'Would be our customer'],
] as const

const LEVELS = ['embarrassed', 'rather embarrassed', 'in between', 'rather proud', 'proud']

export const MONTHS: Category[] = Array.from({ length: 15 }, (_, i) => {
  const month = Temporal.PlainYearMonth.from('2025-07').add({ months: i })

  return {
    label: month.toLocaleString('en-GB', { month: 'narrow', calendar: 'iso8601' }),
    name: month.toPlainDate({ day: 1 }).toLocaleString('en-GB', { month: 'long', year: 'numeric' }),
  }
})
const SPANS = MONTHS.map((_, i) => Temporal.PlainYearMonth.from('2025-07').add({ months: i }).toString())

const words = (said: string): Cell => ({ kind: 'words', words: said })

/** A review of the size the numbers are promised for: 8 measures × 15 months, 9 touchpoints, 20 stories; one month and one touchpoint withheld. */
export function quarterReport(change: Partial<Report> = {}): Report {
  return {
    title: 'What it was like to be our customer',
    subtitle: 'Northwind Energy · quarterly review · July to September 2026',
    locale: 'en-GB',
    draft: false,
    caveat: 'Leaders’ own contacts: stories with numbers, not a measurement of the contact centre.',
    facts: [
      { label: 'Period', value: 'July to September 2026' },
      { label: 'Number', value: '2026-Q3, version 1' },
      { label: 'SHA-256 of the content', value: 'a3f5'.repeat(16) },
    ],
    sections: [summary(), keyFigures(), overTime(), feelings(), ...touchpoints(), stories(), commitments(), method()],
    ...change,
  }
}

function summary(): Section {
  const texts = [
    'Fourteen leaders made 29 contacts as ordinary customers. In 21 they felt valued, in 18 their concern was addressed. Nothing changed clearly except one thing: people are now told, unasked, how to take a problem further.',
  ]

  return { title: '', blocks: [{ kind: 'paragraphs', voice: 'lead', texts }] }
}

function measured(measure: string, i: number): Figure {
  const of = 8 + ((i * 7 + measure.length) % 6)
  if (i === 4) return withheldFigure({ measure, span: SPANS[i] ?? '' })

  return shareFigure(
    { measure, span: SPANS[i] ?? '' },
    Math.min(of, 4 + ((i * 3 + measure.length) % 7)),
    i === 9 ? of + 10 : of,
  )
}

function keyFigures(): Section {
  const rows = MEASURES.map(([key, name], i) => [
    words(name),
    ...[12, 13, 14].map((month) => measured(key, month)),
    shareFigure({ measure: key, span: '2026-Q3' }, 21 - i, 29),
    { kind: 'change', mark: 'flat', words: 'No clear change', below: '+4 points, −27 to +34' } as const,
  ])
  const columns = ['Measure', 'July', 'August', 'September', 'Quarter', 'Since last quarter']

  return {
    title: 'Key figures',
    blocks: [
      {
        kind: 'table',
        title: '',
        columns,
        rows,
        note: 'Below: the share with its 95% interval. With about ten contacts a month it is wide, and meant to be read.',
      },
    ],
  }
}

function overTime(): Section {
  const lines = MEASURES.map(
    ([key, name], row): Block => ({
      ...{ kind: 'chart', form: 'line', title: name, note: '', scale: 'share', target: row === 1 ? 0.8 : null },
      categories: MONTHS,
      points: MONTHS.map((_, i) => (i === 0 && row === 7 ? null : measured(key, i))),
      limits:
        row === 0 ? MONTHS.map((_, i) => ({ mean: 0.6, low: 0.2, high: 0.97, says: i === 11 ? 'concern' : null })) : [],
    }),
  )

  return { title: 'Month by month', blocks: lines }
}

function feelings(): Section {
  const levels = LEVELS.map((level, i): Series => {
    const points = SPANS.map((span, at) =>
      at === 4
        ? withheldFigure({ measure: 'pride', of: 'distribution', span, level })
        : shareFigure({ measure: 'pride', of: 'distribution', span, level }, [1, 2, 3, 4, 2][(i + at) % 5] ?? 1, 12),
    )

    return { name: level, points }
  })
  const means = (['predicted', 'felt'] as const).map(
    (name, row): Series => ({
      name,
      points: SPANS.map((span, i) =>
        i === 4
          ? withheldFigure({ measure: name, of: 'mean', span })
          : meanFigure({ measure: name, span }, 9, 3.9 - row * 0.4 + (i % 3) / 10, 0.4),
      ),
    }),
  )

  return {
    title: 'How it felt',
    blocks: [
      {
        kind: 'chart',
        form: 'stack',
        diverging: true,
        title: 'How it felt to watch',
        note: 'Number of contacts.',
        categories: MONTHS.map(short),
        series: levels,
      },
      {
        kind: 'chart',
        form: 'pairs',
        title: 'Predicted and felt',
        note: 'Mean of 1 to 5.',
        categories: MONTHS.map(short),
        scale: { low: 1, high: 5 },
        series: [means[0], means[1]] as [Series, Series],
      },
      {
        ...{ kind: 'table', title: 'Expectation gap', columns: ['Span', 'Felt − predicted'], note: '' },
        rows: [
          [words('Quarter'), meanFigure({ measure: 'expectation_gap', span: '2026-Q3', signed: true }, 27, -0.37, 0.2)],
        ],
      },
    ],
  }
}

const short = ({ name }: Category): Category => ({ label: name.slice(0, 3), name })

function touchpoints(): Section[] {
  const points = TOUCHPOINTS.map((slice, i) => {
    const named = { measure: 'valued', span: '2026-Q3', breakdown: 'touchpoint', slice }

    return i === 6 ? withheldFigure(named) : shareFigure(named, 5 + (i % 4), 9 + (i % 3))
  })
  const blocks: Block[] = [
    {
      kind: 'chart',
      form: 'ranges',
      title: 'Felt valued by touchpoint',
      note: '',
      categories: TOUCHPOINTS.map((name) => ({ label: name, name })),
      scale: 'share',
      points,
      targets: points.map((_, i) => (i % 2 ? 0.8 : null)),
    },
    {
      kind: 'table',
      title: 'By touchpoint',
      columns: ['Touchpoint', 'Felt valued', 'Target'],
      note: '',
      rows: TOUCHPOINTS.map((name, i) => [
        words(name),
        points[i] as Figure,
        { kind: 'amount', amount: 0.8, unit: 'share' },
      ]),
    },
  ]

  return [{ title: 'Touchpoints', blocks }]
}
