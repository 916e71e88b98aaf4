import { z } from 'zod'
import { Problem } from '../../lib/problem.ts'
import { choiceField, textField } from '../../platform/web/forms.ts'
import { BREAKDOWNS, type Breakdown } from './breakdowns.ts'
import { SHARES } from './measures.ts'
import type { MonthsQuery } from './spans.ts'

const MONTH = /^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/

const key = z.string().max(100).optional()

const query = z.object({
  month: z.string().regex(MONTH).or(z.literal('')).optional(),
  /** "touchpoint:billing": as a field that offers every slice says it. */
  of: z
    .string()
    .regex(new RegExp(`^(?:(?:${BREAKDOWNS.join('|')}):.{1,100})?$`, 'u'))
    .optional(),
  program: key,
  touchpoint: key,
  channel: key,
  purpose: key,
  department: key,
})

/** Throws a Problem where more than one breakdown is asked for: one at a time. */
function readMonthsQuery(asked: unknown): MonthsQuery {
  const read = query.safeParse(asked)
  if (!read.success) throw new Problem('invalid', `Ask for one month, written like 2026-06, and ${ONE}`)

  const { of = '', month, ...named } = read.data
  const [breakdown = '', ...rest] = of.split(':')
  const sliced = [[breakdown, rest.join(':')], ...BREAKDOWNS.map((each) => [each, named[each]])].filter(
    ([, key]) => key,
  )
  if (sliced.length > 1) throw new Problem('invalid', `Ask for ${ONE}`)
  const [slice] = sliced as [Breakdown, string][]

  return { month: month || null, of: slice ? { breakdown: slice[0], key: slice[1] } : null }
}

const ONE = 'at most one program, touchpoint, channel, purpose or department at a time.'

const breakdownQuery = z.object({ breakdown: z.enum(BREAKDOWNS).optional() })
const measureQuery = z.object({ measure: key })

/** An export of one breakdown with all its slices, or as the page is. */
function readBreakdown(asked: unknown): Breakdown | null {
  const read = breakdownQuery.safeParse(asked)
  if (!read.success) throw new Problem('invalid', `A breakdown is one of ${BREAKDOWNS.join(', ')}.`)

  return read.data.breakdown ?? null
}

/** One measure by touchpoint; nothing said: the one that leads, up to now. */
export function readMatrixQuery(asked: unknown): { month: string | null; measure: string | null } {
  const measure = z.enum(['', ...SHARES.map(({ key }) => key)]).optional()
  const read = z.object({ month: z.string().regex(MONTH).or(z.literal('')).optional(), measure }).safeParse(asked)
  if (!read.success) throw new Problem('invalid', 'Ask for one month, written like 2026-06, and one of the measures.')

  return { month: read.data.month || null, measure: read.data.measure || null }
}

/** A slice, or one measure of a breakdown: everything a page or an export of the months can be asked for. */
export function readReaderQuery(asked: unknown) {
  const read = measureQuery.safeParse(asked)
  const [{ month, of }, breakdown] = [readMonthsQuery(asked), readBreakdown(asked)]
  // Nobody is handed all slices who asked for one, nor one of them for all.
  if (of && breakdown)
    throw new Problem('invalid', 'Ask for one slice, or for a breakdown with all its slices, not for both.')

  return { month, of, breakdown, measure: read.data?.measure || null }
}

/** Which measure leads. */
export const primaryForm = z.object({
  measure: choiceField(SHARES.map(({ key }) => key) as [string, ...string[]], 'Choose one of the measures shown.'),
})

/** A noted change; `keys` are those of the measures there are. No touchpoint is everywhere. */
export function rebaseForm(keys: readonly string[], touchpoints: readonly string[]) {
  const place = z.enum(['', ...touchpoints], { error: () => 'Choose one of the touchpoints shown.' })

  return z.object({
    measure: choiceField(keys as [string, ...string[]], 'Choose one of the measures shown.'),
    touchpointId: place.default('').transform((chosen) => chosen || null),
    month: z.string({ error: () => FROM }).regex(MONTH, { error: FROM }),
    reason: textField(200, 'Say what changed, in a few words.'),
  })
}

const FROM = 'Choose the first month that is different.'
