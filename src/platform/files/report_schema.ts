/** The JSON of a report: the report itself, under a name and a version, with a schema that says what may stand in it. */
import { z } from 'zod'
import type { Report } from './report.ts'

/** Moves when a reader of the JSON would have to change. */
const REPORT_VERSION = 1

const share = z.number()
const figure = z
  .strictObject({
    kind: z.literal('figure'),
    measure: z.string().min(1),
    of: z.enum(['share', 'mean', 'distribution']),
    span: z.string().min(1).describe('2026-06 or 2026-Q2'),
    breakdown: z.string().describe('Empty: all contacts'),
    slice: z.string().describe('Empty: all contacts'),
    level: z.string().describe('A level of a distribution, a standard; else empty'),
    signed: z.boolean().describe('A difference of means: written with its sign'),
    numbers: z.union([
      z.literal('withheld').describe('Too few leaders stand behind it'),
      z.strictObject({
        count: z.int().min(0).nullable().describe('Null of a mean'),
        of: z.int().min(0),
        value: z.number().nullable().describe('Null where there is nothing to divide by'),
        low: z.number().nullable().describe('Null where there is no interval'),
        high: z.number().nullable(),
      }),
    ]),
  })
  .describe('One measure in one span of one slice')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), words: z.string() }),
  z.strictObject({ kind: z.literal('day'), day }),
  figure,
  z.strictObject({
    kind: z.literal('change'),
    mark: z.enum(['up', 'down', 'flat', 'few', 'withheld']),
    words: z.string(),
    below: z.string(),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: z.number(), unit: z.enum(['share', 'number']) }),
  z.strictObject({ kind: z.literal('nothing') }),
])
const scale = z.union([z.literal('share'), z.strictObject({ low: z.number(), high: z.number() })])
const points = z.array(figure.nullable()).readonly().describe('One for each category; null: nothing was counted')
const series = z.strictObject({ name: z.string(), points })
const limits = z.strictObject({
  ...{ mean: share, low: share, high: share },
  says: z.enum(['improvement', 'concern', 'change']).nullable(),
})
const drawn = {
  kind: z.literal('chart'),
  title: z.string(),
  note: z.string(),
  categories: z.array(z.strictObject({ label: z.string(), name: z.string() })).readonly(),
}
const chart = z.discriminatedUnion('form', [
  z.strictObject({
    ...drawn,
    ...{ form: z.literal('line'), scale, points, limits: z.array(limits.nullable()).readonly() },
    target: share.nullable(),
  }),
  z.strictObject({ ...drawn, form: z.literal('stack'), diverging: z.boolean(), series: z.array(series).readonly() }),
  z.strictObject({ ...drawn, form: z.literal('pairs'), scale, series: z.tuple([series, series]).readonly() }),
  z.strictObject({
    ...drawn,
    ...{ form: z.literal('ranges'), scale, points, targets: z.array(share.nullable()).readonly() },
  }),
])
const texts = z.array(z.string()).readonly()
const block = z.union([
  z.strictObject({ kind: z.literal('paragraphs'), voice: z.enum(['lead', 'body', 'quiet']), texts }),
  z.strictObject({
    ...{ kind: z.literal('table'), title: z.string(), columns: texts, note: z.string() },
    rows: z.array(z.array(cell).readonly()).readonly(),
  }),
  chart,
  z.strictObject({
    kind: z.literal('quotes'),
    quotes: z.array(z.strictObject({ words: z.string(), by: z.string() })).readonly(),
  }),
  z.strictObject({
    kind: z.literal('followups'),
    items: z
      .array(
        z.strictObject({
          ...{ does: z.enum(['fix', 'coach', 'celebrate']), what: z.string(), owner: z.string() },
          ...{ due: day.nullable(), state: z.string(), held: z.string(), lines: texts },
        }),
      )
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('signature'), sentences: texts }),
])

export const reportSchema = z.strictObject({
  format: z.literal('plainclothes-report'),
  version: z.literal(REPORT_VERSION),
  title: z.string(),
  subtitle: z.string(),
  locale: z.string().describe('BCP 47'),
  draft: z.boolean().describe('Not signed'),
  caveat: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })).readonly(),
  sections: z.array(z.strictObject({ title: z.string(), blocks: z.array(block).readonly() })).readonly(),
  notes: z
    .array(z.strictObject({ words: z.string(), span: z.string(), breakdown: z.string(), slice: z.string() }))
    .readonly()
    .optional()
    .describe('What the sections say of single figures, once more, each with the span and slice it is about'),
})

/** JSON Schema, draft 2020-12, for programs that read a report. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { reused: 'ref' })
}

export function reportJson(report: Report): string {
  const written: z.infer<typeof reportSchema> = { format: 'plainclothes-report', version: REPORT_VERSION, ...report }

  return `${JSON.stringify(written, null, 2)}\n`
}
