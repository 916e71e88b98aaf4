/** How often a program comes round: a recurrence, its end, and the rounds that follow from them. */

import { Invalid } from '../../lib/problem.ts'
import { occurrences, parseRecurrence } from '../../lib/recurrence.ts'

export interface Cadence {
  /** An RFC 5545 rule without COUNT and UNTIL: the end stands beside it. */
  rule: string
  /** Ends after so many rounds; null: not by number. */
  endsAfter: number | null
  /** The last day on which a round may begin; null: not on a day. */
  endsOn: Temporal.PlainDate | null
}

/** One period of a program, both days included. The key is the same whenever the rounds are listed: "2026-06" for a calendar month, else the first day. */
export interface RoundPeriod {
  key: string
  /** 1 for the first round of the program. */
  number: number
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
}

export type Preset = 'day_a_month' | 'monthly' | 'fortnightly' | 'weekly' | 'quarterly'

/** Months and quarters are calendar ones, so that a round is what the months page shows; weeks run from the program's first day. */
export const PRESETS: Readonly<Record<Preset, Readonly<Cadence>>> = {
  day_a_month: { rule: 'FREQ=MONTHLY;BYMONTHDAY=1', endsAfter: 6, endsOn: null },
  monthly: { rule: 'FREQ=MONTHLY;BYMONTHDAY=1', endsAfter: null, endsOn: null },
  fortnightly: { rule: 'FREQ=WEEKLY;INTERVAL=2', endsAfter: null, endsOn: null },
  weekly: { rule: 'FREQ=WEEKLY', endsAfter: null, endsOn: null },
  quarterly: { rule: 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1', endsAfter: null, endsOn: null },
}

export const DEFAULT_PRESET: Preset = 'day_a_month'

/** Reads a cadence somebody wrote; COUNT and UNTIL in the rule become its end. Refuses what is wrong, what never happens and what happens only once. */
export function readCadence(
  rule: string,
  endsAfter: number | null,
  endsOn: Temporal.PlainDate | null,
  startsOn: Temporal.PlainDate,
): Cadence {
  const recurrence = parseRecurrence(rule)
  if (endsAfter !== null && !(Number.isInteger(endsAfter) && endsAfter >= 1 && endsAfter <= MOST_ROUNDS))
    throw new Invalid({ endsAfter: `A program has from 1 to ${MOST_ROUNDS} rounds.` })

  const cadence = {
    rule: recurrence.rule,
    endsAfter: endsAfter ?? recurrence.count,
    endsOn: endsOn ?? recurrence.until,
  }
  if (listRounds(cadence, startsOn, 1).length === 0)
    throw new Invalid({ endsOn: 'The program would end before its first round begins.' })

  return cadence
}

/** The first rounds of a program that starts on `from`: one after the other, without gaps. The last one of a cadence that ends lasts until the day before the occurrence that would have followed. */
export function listRounds(cadence: Cadence, from: Temporal.PlainDate, count: number): RoundPeriod[] {
  const most = Math.min(count, cadence.endsAfter ?? count)
  if (most < 1) return []

  const starts = occurrences(cadence.rule, from, most + 1)
  if (starts.length === 1)
    throw new Invalid({ rule: 'A cadence comes round more than once: this rule happens on one day only.' })

  return starts.slice(0, -1).flatMap((startsOn, i) => {
    const next = starts[i + 1]
    if (!next || isAfter(startsOn, cadence.endsOn)) return []

    return [period(i + 1, startsOn, next.subtract({ days: 1 }))]
  })
}

/** Ten years of weekly rounds. */
const MOST_ROUNDS = 520

function isAfter(day: Temporal.PlainDate, last: Temporal.PlainDate | null): boolean {
  return last !== null && Temporal.PlainDate.compare(day, last) > 0
}

function period(number: number, startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): RoundPeriod {
  const month = startsOn.toPlainYearMonth()
  const wholeMonth = startsOn.day === 1 && month.equals(endsOn.toPlainYearMonth()) && endsOn.day === endsOn.daysInMonth

  return { key: wholeMonth ? month.toString() : startsOn.toString(), number, startsOn, endsOn }
}
