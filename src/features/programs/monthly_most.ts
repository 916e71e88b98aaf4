/** Where programs ask for more than anybody may do in a month (PRODUCT.md §2: at most two contacts a leader, over all programs). */
import { addMonths, type Month, monthOf } from '../../lib/periods.ts'
import { counted, listed } from '../../lib/words.ts'
import type { RoundPeriod } from './cadence.ts'

/** What a program asks for, when, and of whom. */
export interface Asking {
  name: string
  rounds: readonly Pick<RoundPeriod, 'startsOn' | 'endsOn'>[]
  leaders: readonly string[]
  /** Of each leader in a round; or so many in all, dealt among the leaders. */
  contacts: { each: number } | { inAll: number }
}

/** Whole months, from the first to the last. */
interface Run {
  from: Month
  to: Month
}

export interface TooMany extends Run {
  /** How many months it takes. */
  months: number
  /** Of each leader alike; else of all these leaders together, at least. */
  isEach: boolean
  asked: number
  most: number
  leaders: number
  /** The names of the other programs that ask these leaders too. */
  others: readonly string[]
}

const MOST_MONTHS = 12

/**
 * The first month, else the shortest run of months, whose whole rounds ask for more than may be made in it; null where none does. A round
 * that reaches into another month may be done there, so it counts for neither alone. What a program asks by itself comes before what it
 * asks together with others of the same leaders.
 */
export function tooManyAsked(own: Asking, others: readonly Asking[], mostAMonth: number): TooMany | null {
  const alone = firstOver([own], own.leaders, mostAMonth)
  if (alone) return alone
  const found = groupsAsked(own, others).flatMap((group) => firstOver([own, ...others], group, mostAMonth) ?? [])

  return found.toSorted((a, b) => a.months - b.months || (a.from < b.from ? -1 : Number(a.from > b.from)))[0] ?? null
}

/** `span` names the months: "March 2026", "January to March 2026". */
export function tooManyInWords(found: TooMany, mostAMonth: number, span: string): string {
  const { months, most, isEach, others } = found
  const programs = others.length > 0 ? `${listed(['this program', ...others])} together ask` : 'this program asks'
  const [what, who] = isEach ? askedOfEach(found) : askedOfAll(found)
  const inAll = months === 1 && isEach ? '' : `, so ${counted(most, 'contact')} in that time`

  return `${months === 1 ? 'In' : 'From'} ${span} ${programs} for ${what}, but ${who} at most ${mostAMonth} a month, over all programs${inAll}. What is beyond that stays unfilled.`
}

function askedOfEach({ asked, leaders, others }: TooMany): [what: string, who: string] {
  const shared = leaders === 1 ? 'one leader they share' : `each of ${leaders} leaders they share`

  return [`${counted(asked, 'contact')} of ${others.length > 0 ? shared : 'each leader'}`, 'a leader makes']
}

function askedOfAll({ asked, leaders, others }: TooMany): [what: string, who: string] {
  if (others.length === 0) return [counted(asked, 'contact'), `each of its ${counted(leaders, 'leader')} makes`]

  return [
    `at least ${counted(asked, 'contact')} of ${counted(leaders, 'leader')}`,
    leaders === 1 ? 'a leader makes' : 'each of them makes',
  ]
}

/** The leaders of a program that the very same others ask; and all of them, because contacts that are dealt may fall to any. */
function groupsAsked({ leaders }: Asking, others: readonly Asking[]): (readonly string[])[] {
  const whoElse = (leader: string) => others.filter((one) => one.leaders.includes(leader)).map(({ name }) => name)
  const shared = leaders.filter((leader) => whoElse(leader).length > 0)

  return shared.length === 0
    ? []
    : [...Map.groupBy(shared, (leader) => JSON.stringify(whoElse(leader))).values(), leaders]
}

/** The first of these programs is the one that is looked at: a run it asks nothing in is none of its doing. */
function firstOver(programs: readonly Asking[], group: readonly string[], mostAMonth: number): TooMany | null {
  const asking = programs
    .filter(({ leaders }) => leaders.some((leader) => group.includes(leader)))
    .map((one) => ({ ...one, runs: one.rounds.map(runOf) }))
  const starts = [...new Set(asking.flatMap(({ runs }) => runs.map(({ from }) => from)))].sort()
  for (let months = 1; months <= MOST_MONTHS; months++)
    for (const from of starts) {
      const found = askedIn({ from, to: addMonths(from, months - 1), months }, asking, group, months * mostAMonth)
      if (found && found.asked > found.most) return found
    }

  return null
}

type AskingInMonths = Asking & { runs: readonly Run[] }

/** What is asked of these leaders in a run of months, beside what they may make; null where the first program asks nothing. */
function askedIn(
  run: Pick<TooMany, 'from' | 'to' | 'months'>,
  programs: readonly AskingInMonths[],
  group: readonly string[],
  mostOfOne: number,
): TooMany | null {
  const asking = programs.map((one) => ({ ...one, times: one.runs.filter((each) => isWithin(each, run)).length }))
  const [own, ...others] = asking.filter(({ times }, i) => i === 0 || times > 0)
  if (!own || own.times === 0) return null
  const all = [own, ...others]
  const isEach = all.every(({ contacts }) => 'each' in contacts)
  const share = isEach ? group.length : 1
  const asked = all.reduce((sum, one) => sum + askedOf(group, one, one.times, mostOfOne), 0)
  const sizes = { asked: asked / share, most: (mostOfOne * group.length) / share, leaders: group.length }

  return { ...run, isEach, ...sizes, others: others.map(({ name }) => name) }
}

/** Of contacts that are dealt, those that leaders outside this group cannot take. */
function askedOf(group: readonly string[], { leaders, contacts }: Asking, rounds: number, mostOfOne: number): number {
  const inGroup = leaders.filter((leader) => group.includes(leader)).length
  if ('each' in contacts) return rounds * contacts.each * inGroup

  return Math.max(0, rounds * contacts.inAll - (leaders.length - inGroup) * mostOfOne)
}

function runOf({ startsOn, endsOn }: Asking['rounds'][number]): Run {
  return { from: monthOf(startsOn), to: monthOf(endsOn) }
}

function isWithin({ from, to }: Run, run: Run): boolean {
  return from >= run.from && to <= run.to
}
