/** The figures of months once more, from the stored reflections by plain questions to the database: nothing of the product counts here. */
import type { House } from './house.ts'

export interface Anew {
  count: number
  of: number
  value: number | null
  low: number | null
  high: number | null
}

const COUNTED = `cover <> 'blown' and counts = 1`
const COULD_TELL = `reached in ('person', 'bot') and correct in ('yes', 'partly', 'no') and acknowledged is not null`
const RIGHT = `correct = 'yes'`
const WARM = 'acknowledged >= 4'

/** What counts, and among what, as PRODUCT.md §4 says it. */
const SHARES: Record<string, [counts: string, among: string]> = {
  valued: ['valued in (4, 5)', 'true'],
  reached: [`reached = 'person'`, 'true'],
  addressed: [`addressed = 'yes'`, 'true'],
  escalation: [`escalation in ('offered', 'when_asked')`, `escalation <> 'not_needed'`],
  escalation_unasked: [`escalation = 'offered'`, `escalation <> 'not_needed'`],
  promise_kept: [`promise = 'kept'`, `promise in ('kept', 'late', 'broken')`],
  survey: [`survey = 'could_say'`, `survey in ('could_say', 'could_not_say')`],
  proud: ['pride >= 4', 'true'],
  embarrassed: ['pride <= 2', 'true'],
  business: [`business = 'yes'`, 'true'],
  right_warm: [`${RIGHT} and ${WARM}`, COULD_TELL],
  right_cold: [`${RIGHT} and not ${WARM}`, COULD_TELL],
  wrong_warm: [`not ${RIGHT} and ${WARM}`, COULD_TELL],
  neither: [`not ${RIGHT} and not ${WARM}`, COULD_TELL],
  in_time: ['days_late = 0', 'true'],
}

export const COUNTED_MEASURES = Object.keys(SHARES)

/** Of one month, or of several together. */
export function countAnew({ db }: House, measure: string, months: readonly string[]): Anew {
  const [counts, among] = SHARES[measure] ?? ['', '']
  const row = db.$client
    .prepare(
      `select coalesce(sum(${counts}), 0) as count, count(*) as [of] from reflections
       where ${COUNTED} and ${among} and month in (${months.map(() => '?').join()})`,
    )
    .get(...months) as { count: number; of: number }

  return { ...row, ...wilsonAnew(row.count, row.of) }
}

/** Wilson (1927), written out as in any textbook. */
function wilsonAnew(count: number, of: number): Pick<Anew, 'value' | 'low' | 'high'> {
  if (of === 0) return { value: null, low: null, high: null }
  const [p, z] = [count / of, 1.959963984540054]
  const middle = p + z ** 2 / (2 * of)
  const half = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))

  return { value: p, low: (middle - half) / (1 + z ** 2 / of), high: (middle + half) / (1 + z ** 2 / of) }
}

/** Felt less expected: how many, and the mean. */
export function gapAnew({ db }: House, months: readonly string[]): { of: number; value: number } {
  return db.$client
    .prepare(
      `select count(*) as [of], avg(r.valued - p.predicted_valued) as value from reflections r
       join predictions p on p.assignment_id = r.assignment_id where ${COUNTED} and r.month in (${months.map(() => '?').join()})`,
    )
    .get(...months) as { of: number; value: number }
}
