/** A program: an aim, its leaders, touchpoints and scenarios, and the rounds in which they meet. */
import { Problem } from '../../lib/problem.ts'
import { type Cadence, listRounds, type Preset, type RoundPeriod } from './cadence.ts'

export interface Program {
  id: string
  name: string
  aim: string
  cadence: Preset | 'custom'
  /** RFC 5545, without an end. */
  recurrence: string
  startsOn: string
  endsAfterRounds: number | null
  endsOn: string | null
  contactsPerLeader: number
  contactsPerRound: number | null
  runsItself: boolean
  planDaysAhead: number
  publishDaysAhead: number
  endConfirmedOn: string | null
  retiredOn: string | null
  version: number
}

export const CADENCE_WORDS: Readonly<Record<Preset | 'custom', string>> = {
  day_a_month: 'A day a month for six months',
  monthly: 'Monthly',
  fortnightly: 'Every two weeks',
  weekly: 'Weekly',
  quarterly: 'Quarterly',
  custom: 'A rule of your own',
}

/** *A day a month for six months*: so many rounds more when it goes on. */
export const ROUNDS_MORE = 6

/** What of a published round the next ones are counted from. */
export interface LastRound {
  number: number
  endsOn: string
}

/**
 * The next rounds that can still be planned: those after the last published one that are not over. They are counted from where the
 * published ones end, so a changed cadence applies from the next unpublished round and leaves no round out or in twice.
 */
export function upcomingPeriods(
  program: Pick<Program, 'startsOn' | 'recurrence' | 'endsAfterRounds' | 'endsOn'>,
  last: LastRound | null,
  today: Temporal.PlainDate,
  count: number,
): RoundPeriod[] {
  const done = last?.number ?? 0
  const from = last ? Temporal.PlainDate.from(last.endsOn).add({ days: 1 }) : Temporal.PlainDate.from(program.startsOn)
  const cadence = cadenceOf(program, done)
  for (let listed = count; ; listed *= 2) {
    const all = listRounds(cadence, from, listed)
    const ahead = all.filter(({ endsOn }) => Temporal.PlainDate.compare(endsOn, today) >= 0)
    if (ahead.length >= count || all.length < listed || listed > MOST_LISTED)
      return ahead.slice(0, count).map((period) => ({ ...period, number: period.number + done }))
  }
}

/** In the round before its last, *a day a month for six months* asks whether to go on (PRODUCT.md §2). */
export function asksWhetherToGoOn(program: Program, latestRound: number): boolean {
  if (program.cadence !== 'day_a_month' || program.endsAfterRounds === null) return false
  if (program.retiredOn !== null || program.endConfirmedOn !== null) return false

  return latestRound >= program.endsAfterRounds - 1
}

export function endsSoonInWords({ endsAfterRounds }: Pick<Program, 'endsAfterRounds'>): string {
  return `It ends after round ${endsAfterRounds ?? 0}.`
}

/** With fewer leaders than the smallest group nobody but leads may ever see its figures (PRODUCT.md §4); set-up says so. */
export function isForLeadsOnly(leaders: number, smallestGroup: number): boolean {
  return leaders < smallestGroup
}

export function refuseRetired(program: Pick<Program, 'retiredOn'>): void {
  if (program.retiredOn !== null)
    throw new Problem('conflict', 'This program has ended. What was done stays; nothing new is planned in it.')
}

/** Far more than ten years of any preset. */
const MOST_LISTED = 5000

function cadenceOf(program: Pick<Program, 'recurrence' | 'endsAfterRounds' | 'endsOn'>, done: number): Cadence {
  return {
    rule: program.recurrence,
    endsAfter: program.endsAfterRounds === null ? null : program.endsAfterRounds - done,
    endsOn: program.endsOn === null ? null : Temporal.PlainDate.from(program.endsOn),
  }
}
