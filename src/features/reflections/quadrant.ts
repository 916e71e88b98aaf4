/** Information and emotion: was it right, and was it warm? (PRODUCT.md §4) */
import { gotThrough } from './applies.ts'
import type { Answers } from './fields.ts'

export type Quadrant = 'right_warm' | 'right_cold' | 'wrong_warm' | 'neither'

export const QUADRANT_WORDS: Readonly<Record<Quadrant, string>> = {
  right_warm: 'right & warm',
  right_cold: 'right but cold',
  wrong_warm: 'warm but wrong',
  neither: 'neither',
}

/** Right: correct is yes. Warm: acknowledged 4 or 5. Null where nobody was reached or the leader could not tell. */
export function quadrantOf(contact: Pick<Answers, 'reached' | 'correct' | 'acknowledged'>): Quadrant | null {
  const { correct, acknowledged } = contact
  if (!gotThrough(contact.reached) || acknowledged === null) return null
  if (correct === null || correct === 'cannot_tell') return null
  const warm = acknowledged >= 4
  if (correct === 'yes') return warm ? 'right_warm' : 'right_cold'

  return warm ? 'wrong_warm' : 'neither'
}
