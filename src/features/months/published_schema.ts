/** What months.json is for readers of closed months, as JSON Schema (draft 2020-12): the published cells and nothing else. */
import { exactly, listOf, month, number, text, whole } from './months_schema.ts'

/** Moves when a reader of the JSON would have to change. */
export const MONTHS_VERSION = 1

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const

const name = {
  measure: text,
  kind: { enum: ['share', 'mean', 'distribution'] },
  span: { ...text, description: 'A month, 2026-06; a fiscal quarter, 2026-Q2; or a run of quarters, 2026-Q1/2026-Q2.' },
  breakdown: { enum: ['all', 'touchpoint', 'channel', 'purpose', 'department', 'program'] },
  slice: { ...text, description: 'Which one of the breakdown; empty of all.' },
  slice_name: { ...text, description: 'What it was called when it was published.' },
  level: { ...text, description: 'Which standard, or which level of a distribution; else empty.' },
  level_name: text,
  withheld: { type: 'boolean', description: 'True: this result has no number at all.' },
}

const change = {
  ...exactly({
    since: { ...text, description: 'The span it is measured from.' },
    verdict: { enum: ['clear_rise', 'clear_fall', 'no_clear_change', 'too_few'] },
    difference: number,
    low: number,
    high: number,
  }),
  type: ['object', 'null'],
}

const numbers = {
  count: { ...whole, description: 'Null of a mean.' },
  of: whole,
  value: { ...number, description: 'A share from 0 to 1, or a mean.' },
  low: { ...number, description: 'The 95 % interval: Wilson’s for shares, Student’s t for means.' },
  high: number,
  target: { ...number, description: 'Of a standard, on the day it was published.' },
  confidence: { ...number, description: 'Of the verdict and of the interval of the difference.' },
  change,
}

/** A withheld cell has its name; a shown one has its numbers too. */
const cell = { ...exactly({ ...name, ...numbers }), required: Object.keys(name) }

const erratum = exactly({
  published_on: day,
  span: text,
  breakdown: { ...text, description: 'Which cells of the span it is about; empty: all of them.' },
  slice: text,
  measure: text,
  words: text,
})

export const PUBLISHED_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The closed months of a Plainclothes installation',
  description:
    'GET /months.json, for everybody but leads. What is published once never changes; errata stand beside it.',
  ...exactly({
    format: { const: 'plainclothes-months' },
    version: { const: MONTHS_VERSION },
    caveat: text,
    closed: listOf(exactly({ month, closed_on: day })),
    cells: listOf(cell),
    errata: listOf(erratum),
  }),
}
