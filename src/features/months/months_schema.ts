/** What months.json is, as JSON Schema (draft 2020-12): served beside it, so that a program can check what it reads. */
import { BREAKDOWNS } from './breakdowns.ts'
import { MONTHS_JSON_VERSION } from './months_json.ts'

/** Shared with published_schema.ts. */
export const text = { type: 'string' } as const
export const number = { type: ['number', 'null'] } as const
export const whole = { type: ['integer', 'null'], minimum: 0 } as const
export const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' } as const

export function exactly(properties: Record<string, unknown>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

export function listOf(items: unknown) {
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

const result = exactly({
  measure: text,
  kind: { enum: ['share', 'mean', 'distribution'] },
  span: {
    ...text,
    description: 'A month, 2026-06, or a fiscal quarter, 2026-Q2; the last quarter is cut at the month asked for.',
  },
  months: listOf(month),
  level: { ...text, description: 'Which standard, or which level of a distribution; else empty.' },
  withheld: { type: 'boolean', description: 'True: every number of this result is null.' },
  count: whole,
  of: whole,
  value: { ...number, description: 'A share from 0 to 1, or a mean; null where there was nothing to count.' },
  low: { ...number, description: 'The 95 % interval: Wilson’s for shares, Student’s t for means.' },
  high: number,
  verdict: { enum: ['clear_rise', 'clear_fall', 'no_clear_change', 'too_few', null] },
  confidence: { ...number, description: 'Of the verdict and of the interval of the difference.' },
  difference: { ...number, description: 'Less the span before.' },
  difference_low: number,
  difference_high: number,
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
  name: { type: ['string', 'null'] },
  results: listOf(result),
  control_charts: listOf(
    exactly({ measure: text, level: text, improvement: { enum: ['up', 'down'] }, points: listOf(point) }),
  ),
})

export const MONTHS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The months of a Plainclothes installation',
  description:
    'GET /months.json. Numbers have all their digits; counts are whole. Shares are of what their measure says.',
  ...exactly({
    version: { const: MONTHS_JSON_VERSION },
    caveat: text,
    organisation: text,
    month,
    running: { type: 'boolean', description: 'The month asked for is not over.' },
    measures: listOf(measure),
    slices: listOf(slice),
  }),
}
