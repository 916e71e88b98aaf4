/** Information and emotion: was it right, and was it warm? (PRODUCT.md §4) */
import type { Answers } from './fields.ts'

export type Quadrant = 'right_warm' | 'right_cold' | 'wrong_warm' | 'neither'

interface Judged {
  correct: Answers['correct']
  acknowledged: number | null
}

/** Right: correct is yes. Warm: acknowledged 4 or 5. Null where nobody was reached, so nothing asked, or nobody could tell. */
export function quadrantOf({ correct, acknowledged }: Judged): Quadrant | null {
  if (correct === null || correct === 'cannot_tell' || acknowledged === null) return null
  const warm = acknowledged >= 4
  if (correct === 'yes') return warm ? 'right_warm' : 'right_cold'

  return warm ? 'wrong_warm' : 'neither'
}
