/** What months.json is, as JSON Schema (draft 2020-12): served beside it, so that a program can check what it reads. One for all readers. */
import { BREAKDOWNS } from './breakdowns.ts'
import { MONTHS_JSON_VERSION } from './months_json.ts'

const text = { type: 'string' } as const
const number = { type: ['number', 'null'] } as const
const whole = { type: ['integer', 'null'], minimum: 0 } as const
const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' } as const
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const

function exactly(properties: Record<string, unknown>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

function listOf(items: unknown) {
  return { type: 'array', items }
}

const measure = exactly({
  key: text,
  name: text,
  kind: { enum: ['share', 'mean', 'distribution'] },
  of: { ...text, description: 'What it is a share of, or a mean over.' },
  counted: { ...text, description: 'How it is counted.' },
  improvement: { enum: ['up', 'down'] },
})

const erratum = exactly({
  published_on: day,
  span: text,
  breakdown: { ...text, description: 'Which results of the span it is about; empty: all of them.' },
  slice: text,
  measure: text,
  words: text,
})

const result = exactly({
  measure: text,
  kind: { enum: ['share', 'mean', 'distribution'] },
  span: {
    ...text,
    description:
      'A month, 2026-06; a fiscal quarter, 2026-Q2, of which months says how far it goes; or, published together, a run of quarters, 2026-Q1/2026-Q2.',
  },
  months: listOf(month),
  level: { ...text, description: 'The id of a standard, or a level of a distribution; else empty.' },
  level_name: { ...text, description: 'As people read it; live, a standard with its touchpoint.' },
  withheld: { type: 'boolean', description: 'True: every number of this result is null.' },
  count: { ...whole, description: 'Null of a mean.' },
  of: whole,
  value: { ...number, description: 'A share from 0 to 1, or a mean; null where there was nothing to count.' },
  low: { ...number, description: 'The 95 % interval: Wilson’s for shares, Student’s t for means.' },
  high: number,
  target: { ...number, description: 'Of a standard; of a closed month as it was when it closed.' },
  verdict: { enum: ['clear_rise', 'clear_fall', 'no_clear_change', 'too_few', null] },
  since: { type: ['string', 'null'], description: 'The span it is compared with.' },
  confidence: { ...number, description: 'Of the verdict and of the interval of the difference.' },
  difference: { ...number, description: 'Less the span it is compared with.' },
  difference_low: number,
  difference_high: number,
  signal: {
    enum: ['none', 'improvement', 'concern', 'too_few', null],
    description:
      'What the control chart says of a month, in place of its verdict; of a closed month, as it was when it closed. Null: no chart.',
  },
})

const point = exactly({
  month,
  value: { type: 'number' },
  of: { type: 'integer', minimum: 1 },
  mean: { type: 'number' },
  lower: { type: 'number' },
  upper: { type: 'number' },
  signal: { enum: ['none', 'improvement', 'concern'] },
  rule: { enum: ['outside', 'trend', 'two_of_three', 'one_side', null] },
  rebased_for: { type: ['string', 'null'], description: 'The change noted, where limits begin anew with this month.' },
})

const slice = exactly({
  breakdown: { enum: [...BREAKDOWNS, null], description: 'Null: all contacts.' },
  slice: { type: ['string', 'null'] },
  name: { type: ['string', 'null'], description: 'Of what is closed, as it was called when that was published.' },
  results: listOf(result),
  control_charts: listOf(
    exactly({
      measure: text,
      level: text,
      level_name: text,
      improvement: { enum: ['up', 'down'] },
      points: listOf(point),
    }),
  ),
})

export const MONTHS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The months of a Plainclothes installation',
  description:
    'GET /months.json: live for leads; for everybody else what was published when months closed, which never changes. Numbers have all their digits; counts are whole. Shares are of what their measure says.',
  ...exactly({
    format: { const: 'plainclothes-months' },
    version: { const: MONTHS_JSON_VERSION },
    caveat: text,
    organisation: text,
    month: {
      type: ['string', 'null'],
      pattern: month.pattern,
      description: 'The last month of the results; null before any is closed.',
    },
    live: { type: 'boolean', description: 'True: as counted now. False: as published when the months closed.' },
    running: { type: 'boolean', description: 'The month asked for is not over.' },
    measures: listOf(measure),
    closed: listOf(exactly({ month, closed_on: day })),
    errata: { ...listOf(erratum), description: 'Said beside published numbers, which stay as they are.' },
    slices: listOf(slice),
  }),
}
