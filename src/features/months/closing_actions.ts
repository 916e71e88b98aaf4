import { type Context, inTransaction, PLAINCLOTHES } from '../../context.ts'
import { lastDay, lastOpenDay, type Month, monthOf } from '../../lib/periods.ts'
import { Problem, refuseIfAny } from '../../lib/problem.ts'
import { dayInWords } from '../../lib/words.ts'
import { record } from '../../platform/db/audit.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { findOrganisation, getOrganisation, listMembers, today } from '../members/store.ts'
import { monthsDue } from './closing.ts'
import {
  findFirstMonthOfAll,
  freeze,
  insertCells,
  insertDelay,
  insertErratum,
  listDelays,
  marksOf,
} from './closing_store.ts'
import { erratumComplaint, namingComplaint } from './erratum.ts'
import { publicationOf } from './publication.ts'
import { listCellsAbout, listErrata } from './published_store.ts'
import type { Publication } from './publishing.ts'
import type { Release } from './release_cells.ts'
import { readRelease } from './release_store.ts'

/** What of a month is published: worked out here, or wherever else it is quicker. */
export type Decide = (release: Release) => Publication

/**
 * Closes what is due, the oldest first, each month in a transaction of its own. The work is done before the transaction begins; if
 * anything it was made from has moved meanwhile, it is done again. Doing it twice, or two at once, closes a month once.
 */
export function closeDueMonths(ctx: Context, decide: Decide = publicationOf): Month[] {
  const closed: Month[] = []
  for (const month of monthsDue(findFirstMonthOfAll(ctx), today(ctx), closingsOf(ctx)))
    if (closeMonth({ ...ctx, actor: PLAINCLOTHES }, month, decide)) closed.push(month)

  return closed
}

export function areMonthsDue(ctx: Context): boolean {
  return (
    findOrganisation(ctx) !== undefined && monthsDue(findFirstMonthOfAll(ctx), today(ctx), closingsOf(ctx)).length > 0
  )
}

const MOST_TRIES = 5

function closeMonth(ctx: Context, month: Month, decide: Decide): boolean {
  for (let tries = 1; ; tries++) {
    const marks = marksOf(ctx, month)
    const publication = decide(readRelease(ctx, month))
    const done = inTransaction(ctx, (ctx) => {
      if (isClosed(ctx, month)) return 'before'
      if (marksOf(ctx, month) !== marks && tries < MOST_TRIES) return null
      publish(ctx, month, tries < MOST_TRIES ? publication : decide(readRelease(ctx, month)))

      return 'now'
    })
    if (done !== null) return done === 'now'
  }
}

/** A lead lets a month stay open longer: before it closes, with a reason, and never shorter. Sent twice, it is done once. */
export function delayClosing(ctx: Context, month: Month, untilDay: string, typed: string): void {
  inTransaction(ctx, (ctx) => {
    if (isClosed(ctx, month))
      throw new Problem('conflict', 'This month is closed. What is wrong with it can be said in an erratum.')
    const reason = typed.trim()
    if (isThere(listDelays(ctx), { month, untilDay, reason })) return
    refuseIfAny(delayComplaints(ctx, month, untilDay, typed))
    insertDelay(ctx, {
      ...{ id: ctx.newId(), month, untilDay, reason },
      ...{ decidedBy: ctx.actor.id ?? '', decidedOn: today(ctx).toString() },
    })
    record(ctx, 'delayed the closing', 'month', month, { until: untilDay, reason })
  })
}

export interface ErratumGiven {
  span: string
  breakdown: string
  slice: string
  measure: string
  words: string
}

/** Words beside a published number, which stays as it is. Sent twice, they are said once. */
export function publishErratum(ctx: Context, erratum: ErratumGiven): void {
  inTransaction(ctx, (ctx) => {
    const words = erratum.words.trim()
    refuseIfAny(erratumComplaints(ctx, { ...erratum, words }))
    if (isThere(listErrata(ctx, [erratum.span]), { ...erratum, words })) return
    const id = ctx.newId()
    insertErratum(ctx, { ...erratum, id, words, publishedBy: ctx.actor.id ?? '', publishedOn: today(ctx).toString() })
    record(ctx, 'published an erratum', 'month', erratum.span, { ...erratum, words })
  })
}

/** Beside a number that does not exist nobody would ever read it; beside one that is withheld it would tell something of it. */
function erratumComplaints(ctx: Context, erratum: ErratumGiven): Record<string, string> {
  const { locale } = getOrganisation(ctx)
  const wrong = erratumComplaint(erratum.words, { locale, names: namesOfAll(ctx) })
  const cells = listCellsAbout(ctx, erratum)
  const about = cells.length === 0 ? NEVER_PUBLISHED : cells.some(({ shown }) => shown) ? null : ALL_WITHHELD

  return { ...(wrong && { words: wrong }), ...(about && { about }) }
}

function namesOfAll(ctx: Context): string[] {
  return listMembers(ctx, { retired: true }).map(({ name }) => name)
}

const NEVER_PUBLISHED =
  'Nothing of that was published for that span. Months have totals alone; all else is published by quarter.'
const ALL_WITHHELD = 'That is withheld: nobody has read a number of it that could be wrong.'

/** Whether the very same was said before. */
function isThere<Said extends object>(all: readonly Said[], said: Partial<Said>): boolean {
  const keys = Object.keys(said) as (keyof Said)[]

  return all.some((one) => keys.every((key) => one[key] === said[key]))
}

function delayComplaints(ctx: Context, month: Month, untilDay: string, reason: string): Record<string, string> {
  const { locale } = getOrganisation(ctx)
  const said = (day: Temporal.PlainDate) => dayInWords(day, locale)
  // As it stands now: what somebody let stay open, in another window too, is not made shorter.
  const due = lastOpenDay(month, closingsOf(ctx))
  const latest = lastDay(month).add({ days: LONGEST_DELAY })
  const day = dayOf(untilDay)
  const isLater =
    day !== null && Temporal.PlainDate.compare(day, due) > 0 && Temporal.PlainDate.compare(day, today(ctx)) >= 0
  const hasBegun = month <= monthOf(today(ctx))
  const isLongest = Temporal.PlainDate.compare(due, latest) >= 0
  const choose = `Choose a day after ${said(due)}, not past, and no later than ${said(latest)}.`
  const isNear = day !== null && Temporal.PlainDate.compare(day, latest) <= 0
  const named = namingComplaint(reason, { locale, names: namesOfAll(ctx) })

  return {
    ...(hasBegun ? {} : { month: 'Choose a month that has begun.' }),
    ...(isLater && isNear
      ? {}
      : { until: isLongest ? `It stays open until ${said(due)}, as long as a month can.` : choose }),
    ...(reason.trim() === '' ? { reason: 'Say why, for everybody who waits for the month.' } : {}),
    ...(reason.length > 500 ? { reason: 'Keep it under 500 characters.' } : {}),
    ...(named ? { reason: named } : {}),
  }
}

const LONGEST_DELAY = 184

function dayOf(typed: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(typed)
  } catch {
    return null
  }
}

function isClosed(ctx: Context, month: Month): boolean {
  return month <= (closingsOf(ctx).closedThrough ?? '')
}

function publish(ctx: Context, month: Month, { cells, hidden, hiddenAtLeast }: Publication): void {
  const { smallestGroup, fiscalYearStart, primaryMeasure } = getOrganisation(ctx)
  const closedOn = today(ctx).toString()
  freeze(
    ctx,
    {
      ...{ month, closedOn, smallestGroup, fiscalYearStart, primaryMeasure },
      ...{ contactsHidden: hidden, contactsHiddenAtLeast: Math.min(hidden, hiddenAtLeast) },
    },
    today(ctx),
  )
  insertCells(ctx, cells)
  record(ctx, 'closed', 'month', month)
}
