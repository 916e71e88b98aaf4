import { type Context, inTransaction } from '../src/context.ts'
import { refuseAssignment } from '../src/features/assignments/actions.ts'

import { swapAssignment } from '../src/features/programs/placement_actions.ts'
import { type Duty, listDuties } from '../src/features/programs/round_store.ts'
import { isOpenAt } from '../src/features/touchpoints/opening_hours.ts'
import { getTouchpoint, openingHoursOf } from '../src/features/touchpoints/store.ts'
import { isLive } from '../src/features/touchpoints/touchpoint.ts'
import { daysBetween } from '../src/lib/days.ts'
import { Problem } from '../src/lib/problem.ts'
import type { Company } from './company.ts'

/** How many days a window is stretched at most so that it holds a day. */
const STRETCH = 5

export interface Wish {
  company: Company
  roundId: string
  leader: string
  day: Temporal.PlainDate
  at: Temporal.Instant
  /** Leaders whose windows stay as they are. */
  apart: readonly string[]
}

/**
 * Somebody who opens the demo finds a contact to make today: where the draft gives this leader another window, the lead swaps it with a
 * colleague’s, by the action and the rules of the product. Gives whether the leader’s window holds the day then.
 */
export function seat(wish: Wish): boolean {
  const { company, roundId, leader, day, at, apart } = wish
  const duties = listDuties(company.as('maud', at), [roundId]).filter(({ state }) => state === 'planned')
  const own = duties.find(({ leaderId }) => leaderId === leader)
  if (!own) return false
  const trouble = (duty: Duty) => troubleWith(duty, day, isOpenNow(company, duty))
  const better = duties
    .filter((duty) => awayFrom(duty, day) <= STRETCH && !apart.includes(duty.leaderId))
    .filter((duty) => duty === own || trouble(duty) < trouble(own))
    .sort((a, b) => trouble(a) - trouble(b))
  if (better[0] === own && awayFrom(own, day) === 0) return true
  const traded = better.some((other) => trade(wish, own, other))

  return traded || awayFrom(own, day) === 0 || better.some((other) => takeOver(wish, own, other))
}

/** A telephone shows a newcomer most. */
const LIKED = ['billing', 'outage', 'solar', 'chat']

/** What speaks against a window, the worst first: it has to be stretched, ends soon, is closed just now, is not a telephone. */
function troubleWith(duty: Duty, day: Temporal.PlainDate, isOpen: boolean): number {
  const endsSoon = duty.toDay < day.add({ days: 2 }).toString()
  const place = LIKED.indexOf(duty.touchpointId)

  return awayFrom(duty, day) * 100 + (endsSoon ? 40 : 0) + (isOpen ? 0 : 20) + (place < 0 ? LIKED.length : place)
}

/** Mail and forms take what comes at any time. */
function isOpenNow(company: Company, { touchpointId }: Duty): boolean {
  const ctx = company.as(null, company.now)
  const touchpoint = getTouchpoint(ctx, touchpointId)

  return !isLive(touchpoint.channel) || isOpenAt(openingHoursOf(ctx, touchpoint), company.now)
}

function trade(wish: Wish, own: Duty, other: Duty): boolean {
  return attempt(wish, (ctx) => {
    swapAssignment(ctx, other.id, other.version, { ...placementOf(other, wish.day), leader: own.leaderId }, null)
    if (own !== other) swapAssignment(ctx, own.id, own.version, { ...placementOf(own), leader: other.leaderId }, null)
  })
}

/** Where the rules keep the colleague from the leader’s own contact, that one is dropped. */
function takeOver(wish: Wish, own: Duty, other: Duty): boolean {
  return attempt(wish, (ctx) => {
    refuseAssignment(ctx, own.id, 'cancel', 'Given another window this month.', null)
    swapAssignment(ctx, other.id, other.version, { ...placementOf(other, wish.day), leader: own.leaderId }, null)
  })
}

/** All of it, or nothing where a rule forbids a part. */
function attempt({ company, at }: Wish, swap: (ctx: Context) => void): boolean {
  try {
    inTransaction(company.as('maud', at), swap)

    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

function placementOf(duty: Duty, day?: Temporal.PlainDate) {
  const from = Temporal.PlainDate.from(duty.fromDay)
  const to = Temporal.PlainDate.from(duty.toDay)

  return {
    leader: duty.leaderId,
    touchpoint: duty.touchpointId,
    scenario: duty.scenarioId ?? '',
    from: day && Temporal.PlainDate.compare(day, from) < 0 ? day : from,
    to: day && Temporal.PlainDate.compare(day, to) > 0 ? day : to,
    daypart: duty.daypart,
  }
}

/** Days between a window and a day; 0 where it holds it. */
function awayFrom({ fromDay, toDay }: Duty, day: Temporal.PlainDate): number {
  const before = daysBetween(day, Temporal.PlainDate.from(fromDay))
  const after = daysBetween(Temporal.PlainDate.from(toDay), day)

  return Math.max(0, before, after)
}
