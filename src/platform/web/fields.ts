import { parse } from 'node:querystring'
import { Problem } from '../../lib/problem.ts'

/** Our largest form has some two hundred; a body of a million one-letter fields would keep everybody else waiting. */
const MOST_FIELDS = 2000

/** Reads a posted form. Throws a Problem where it has more fields than any form of ours. */
export function parseFields(body: string): Record<string, unknown> {
  for (let fields = 0, at = 0; at !== -1; at = body.indexOf('&', at + 1))
    if (++fields > MOST_FIELDS) throw new Problem('invalid', 'That is more than this form takes. Open it again.')

  return parse(body, '&', '=', { maxKeys: 0 })
}
