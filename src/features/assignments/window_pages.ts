/** The window in words: its open days, and how many of them are left. */
import type { Context } from '../../context.ts'
import { getOrganisation } from '../members/store.ts'
import { spansOn } from '../touchpoints/opening_hours.ts'
import { openingHoursOf } from '../touchpoints/store.ts'
import { dayCell, timeLeftWords, windowWords } from './briefing.ts'
import { type Briefed, todayAt, windowOf } from './store.ts'
import { listWindowDays, placeOf } from './window.ts'

/** The window: its days, and where in it today is. */
export function when(ctx: Context, briefed: Briefed) {
  const { locale } = getOrganisation(ctx)
  const window = windowOf(briefed.assignment)
  const today = todayAt(ctx, briefed)

  return {
    window: windowWords(window, locale),
    timeLeft: timeLeft(ctx, briefed),
    place: placeOf(window, today),
    days: openDaysOf(ctx, briefed).map((each) => dayCell(each, locale)),
  }
}

/** Where the window stands, for whoever has it or is asked to take it over. */
export function timeLeft(ctx: Context, briefed: Briefed): string {
  const open = openDaysOf(ctx, briefed).map(({ day }) => day)

  return timeLeftWords(windowOf(briefed.assignment), todayAt(ctx, briefed), open, getOrganisation(ctx).locale)
}

/** The open days of the window: on closed ones nobody can do anything. */
function openDaysOf(ctx: Context, briefed: Briefed) {
  const hours = openingHoursOf(ctx, briefed.touchpoint)
  const isOpen = (day: Temporal.PlainDate) => spansOn(hours, day).length > 0
  const days = listWindowDays(windowOf(briefed.assignment), todayAt(ctx, briefed), isOpen)

  return days.filter((each) => each.open)
}
