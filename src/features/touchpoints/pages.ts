import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { hoursInWords } from '../../lib/weekly_hours.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { isStill, may } from '../members/member.ts'
import { findMember, getOrganisation, today } from '../members/store.ts'
import { addressInWords } from './address.ts'
import { type DatedRow, datedRows } from './dated_days.ts'
import { aboutInWords, datedInWords, standardInWords, whatIsMissing } from './in_words.ts'
import { openNowInWords } from './opening_hours.ts'
import { MOST } from './standard.ts'
import {
  countStandards,
  getStandard,
  getTouchpoint,
  listBlockedDays,
  listExceptions,
  listStandards,
  listTouchpoints,
  openingHoursOf,
  type TouchpointRow,
} from './store.ts'
import { CHANNEL_NAMES } from './touchpoint.ts'

export function touchpointsPage(ctx: Context, which: { retired: boolean }): View {
  const { country } = getOrganisation(ctx)
  const standards = countStandards(ctx)
  const all = listTouchpoints(ctx, { retired: true })
  const touchpoints = all.filter(({ retiredOn }) => which.retired || !retiredOn)

  return {
    template: 'touchpoints/list',
    title: 'Touchpoints',
    at: '/touchpoints',
    mayEdit: may(ctx.actor, 'edit_touchpoints'),
    showsRetired: which.retired,
    hasRetired: all.some(({ retiredOn }) => retiredOn),
    heading: headingOf(touchpoints),
    touchpoints: touchpoints.map((touchpoint) => ({
      ...touchpoint,
      channel: CHANNEL_NAMES[touchpoint.channel],
      address: addressInWords(touchpoint.channel, touchpoint.address, country),
      hours: hoursInWords(touchpoint.openingHours),
      standards: standards.get(touchpoint.id) ?? 0,
    })),
  }
}

/** An owner's home: what is wanted at their touchpoints and how it is judged. Never what is planned there. */
export function ownTouchpointsPage(ctx: Context): View {
  const own = listTouchpoints(ctx, { ownerId: ctx.actor.id ?? '' })

  return {
    template: 'touchpoints/own',
    title: 'Your touchpoints',
    at: '/touchpoints/own',
    yoursOnTop: true,
    heading:
      own.length === 1 ? `You answer for ${own[0]?.name}.` : `You answer for ${counted(own.length, 'touchpoint')}.`,
    touchpoints: own.map((touchpoint) => aboutPage(ctx, touchpoint)),
  }
}

export function touchpointPage(ctx: Context, id: string): View {
  const touchpoint = getReadable(ctx, id)
  const retired = listStandards(ctx, id, { retired: true }).filter(({ retiredOn }) => retiredOn)

  return {
    template: 'touchpoints/show',
    title: touchpoint.name,
    at: may(ctx.actor, 'list_touchpoints') ? '/touchpoints' : '/touchpoints/own',
    mayEdit: may(ctx.actor, 'edit_touchpoints') && !touchpoint.retiredOn,
    mayPlan: may(ctx.actor, 'plan_programs') && !touchpoint.retiredOn,
    mayBringBack: may(ctx.actor, 'edit_touchpoints') && touchpoint.retiredOn !== null,
    retiredOn: touchpoint.retiredOn && dayInWords(touchpoint.retiredOn, getOrganisation(ctx).locale),
    retiredStandards: retired.map(standardInWords),
    mostStandards: MOST,
    touchpoint: aboutPage(ctx, touchpoint),
  }
}

export function retireTouchpointPage(ctx: Context, id: string): View {
  const { name } = getTouchpoint(ctx, id)

  return { template: 'touchpoints/retire', title: `Retire ${name}`, at: '/touchpoints', width: 'narrow', id, name }
}

export function retireStandardPage(ctx: Context, id: string, standardId: string): View {
  const standard = getStandard(ctx, id, standardId)

  return {
    template: 'touchpoints/retire_standard',
    title: 'Retire a standard',
    at: '/touchpoints',
    width: 'narrow',
    touchpoint: getTouchpoint(ctx, id),
    standard: standardInWords(standard),
  }
}

/** Everything a page says of one touchpoint. */
function aboutPage(ctx: Context, touchpoint: TouchpointRow) {
  const { locale, country } = getOrganisation(ctx)
  const from = today(ctx).toString()
  const standards = listStandards(ctx, touchpoint.id)
  const dated = (kind: 'exception' | 'blocked', rows: DatedRow[]) => rows.map((row) => datedInWords(row, locale, kind))

  return {
    ...aboutInWords(touchpoint, { locale, country }),
    department: touchpoint.department,
    owner: touchpoint.owner,
    openNow: openNowInWords(openingHoursOf(ctx, touchpoint), ctx.now),
    exceptions: dated('exception', datedRows(listExceptions(ctx, touchpoint.id, from))),
    blocked: dated('blocked', datedRows(listBlockedDays(ctx, touchpoint.id, from))),
    standards: standards.map(standardInWords),
    missing: touchpoint.retiredOn ? [] : whatIsMissing(touchpoint, standards.length, hasOwner(ctx, touchpoint)),
  }
}

/** Whoever left, or has another role now, answers for nothing any more. */
function hasOwner(ctx: Context, { ownerId }: TouchpointRow): boolean {
  const owner = ownerId === null ? undefined : findMember(ctx, ownerId)

  return owner !== undefined && isStill('owner', owner)
}

/** An owner reads what is theirs; another's looks as if it did not exist. */
function getReadable(ctx: Context, id: string): TouchpointRow {
  const touchpoint = getTouchpoint(ctx, id)
  if (!may(ctx.actor, 'list_touchpoints') && touchpoint.ownerId !== ctx.actor.id)
    throw new Problem('not_found', 'There is no such touchpoint.')

  return touchpoint
}

function headingOf(touchpoints: readonly TouchpointRow[]): string {
  const current = touchpoints.filter(({ retiredOn }) => !retiredOn)
  const channels = new Set(current.map(({ channel }) => channel)).size
  if (current.length === 0) return 'No way in to the company yet.'

  return `${counted(current.length, 'way')} in to the company, on ${counted(channels, 'channel')}.`
}
