import type { Context } from '../../context.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { countHandedIn, type HandedIn, listBlown, listHandedIn, type Which } from './reading_store.ts'

const PAGE = 50

const TABS: readonly { which: Which; label: string; href: string }[] = [
  { which: 'unread', label: 'To read', href: '/reflections' },
  { which: 'unreleased', label: 'To release', href: '/reflections?which=unreleased' },
  { which: 'all', label: 'All', href: '/reflections?which=all' },
]

/** What leaders handed in, for leads: what is unread first, the oldest of it on top; blown covers above all. */
export function readingsPage(ctx: Context, which: Which, page: number): View {
  const written = { locale: getOrganisation(ctx).locale, year: today(ctx).year }
  const from = (page - 1) * PAGE
  const total = countHandedIn(ctx, which)
  const link = (to: number) => `/reflections?${which === 'unread' ? '' : `which=${which}&`}page=${to}`

  return {
    template: 'reflections/list',
    title: 'Reflections',
    at: '/reflections',
    heading: total > 0 || which === 'all' || countHandedIn(ctx, 'all') > 0 ? headingOf(which, total) : NOTHING_YET,
    which,
    tabs: TABS.map((tab) => ({ ...tab, here: tab.which === which })),
    blown: which === 'unread' ? listBlown(ctx).map((each) => line(each, written)) : [],
    reflections: listHandedIn(ctx, which, { from, size: PAGE }).map((each) => line(each, written)),
    earlier: page > 1 ? link(page - 1) : null,
    later: from + PAGE < total ? link(page + 1) : null,
  }
}

const NOTHING_YET = 'Nothing has been handed in yet.'

function headingOf(which: Which, total: number): string {
  if (which === 'all') return total === 0 ? NOTHING_YET : `${counted(total, 'reflection')} handed in.`
  if (which === 'unreleased')
    return total === 0 ? 'Nothing waits for a decision.' : `${counted(total, 'reflection')} not released yet.`
  if (total === 0) return 'You have read everything.'

  return total === 1 ? 'One reflection waits for you.' : `${total} reflections wait for you.`
}

/** How days are written: those of another year with it, because what waits may be old. */
interface Written {
  locale: string
  year: number
}

function line({ reflection, leader, touchpoint, readOn, state }: HandedIn, { locale, year }: Written) {
  const isThisYear = reflection.contactedOn.startsWith(`${year}-`)

  return {
    id: reflection.id,
    leader,
    touchpoint,
    on: dayInWords(reflection.contactedOn, locale, isThisYear ? 'short' : 'long'),
    story: reflection.story,
    blown: reflection.cover === 'blown',
    late: reflection.daysLate > 0,
    isRead: readOn !== null,
    gaveAway: reflection.coverReason,
    state: state === 'unreleased' ? '' : state,
  }
}
