/** Where a program asks for more than anybody may do in a month (PRODUCT.md §2: at most two contacts a leader, over all programs). */
import { addMonths, type Month, monthOf } from '../../lib/periods.ts'
import { counted } from '../../lib/words.ts'
import type { RoundPeriod } from './cadence.ts'

/** Contacts of each leader in a round; or so many in all, dealt among the leaders. */
export type Asking = { each: number } | { inAll: number; leaders: number }

export interface TooMany {
  from: Month
  to: Month
  asked: number
  most: number
}

const MOST_MONTHS = 12

/**
 * The first month, else the shortest run of months, whose whole rounds ask for more than may be made in it; null where none does.
 * A round that reaches into another month may be done there, so it counts for neither alone.
 */
export function tooManyAsked(
  rounds: readonly Pick<RoundPeriod, 'startsOn' | 'endsOn'>[],
  asking: Asking,
  mostAMonth: number,
): TooMany | null {
  const [aRound, leaders] = 'each' in asking ? [asking.each, 1] : [asking.inAll, asking.leaders]
  const spans = rounds.map(({ startsOn, endsOn }) => ({ from: monthOf(startsOn), to: monthOf(endsOn) }))
  for (let months = 1; months <= MOST_MONTHS; months++)
    for (const { from } of spans) {
      const to = addMonths(from, months - 1)
      const asked = spans.filter((span) => span.from >= from && span.to <= to).length * aRound
      const most = months * mostAMonth * leaders
      if (asked > most && leaders > 0) return { from, to, asked, most }
    }

  return null
}

/** `span` names the months: "March 2026", "January to March 2026". */
export function tooManyInWords({ from, to, asked, most }: TooMany, asking: Asking, mostAMonth: number, span: string) {
  const when = `${from === to ? 'In' : 'From'} ${span}`
  const inAll = from === to && 'each' in asking ? '' : `, so ${counted(most, 'contact')} in that time`
  const [what, who] =
    'each' in asking
      ? [`${counted(asked, 'contact')} of each leader`, 'a leader makes at most']
      : [counted(asked, 'contact'), `each of its ${counted(asking.leaders, 'leader')} makes at most`]

  return `${when} this program asks for ${what}, but ${who} ${mostAMonth} a month, over all programs${inAll}. What is beyond that stays unfilled.`
}
