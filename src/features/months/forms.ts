import { z } from 'zod'
import { Problem } from '../../lib/problem.ts'
import { choiceField, textField } from '../../platform/web/forms.ts'
import { SHARES } from './measures.ts'
import type { MonthsQuery } from './spans.ts'

const query = z.object({
  month: z
    .string()
    .regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/)
    .or(z.literal(''))
    .optional(),
  program: z.string().max(100).optional(),
})

export function readMonthsQuery(asked: unknown): MonthsQuery {
  const read = query.safeParse(asked)
  if (!read.success)
    throw new Problem('invalid', 'Ask for one month, written like 2026-06, and at most one program at a time.')

  return { month: read.data.month || null, programId: read.data.program || null }
}

/** Which measure leads. */
export const primaryForm = z.object({
  measure: choiceField(SHARES.map(({ key }) => key) as [string, ...string[]], 'Choose one of the measures shown.'),
})

/** A noted change; `keys` are those of the measures there are. */
export function rebaseForm(keys: readonly string[]) {
  return z.object({
    measure: choiceField(keys as [string, ...string[]], 'Choose one of the measures shown.'),
    month: z.string({ error: () => MONTH }).regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/, { error: MONTH }),
    reason: textField(200, 'Say what changed, in a few words.'),
  })
}

const MONTH = 'Choose the first month that is different.'
