/** Which closed month a reader asks for, and whose slices they may read. */
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { may } from '../members/member.ts'
import { getOrganisation, type Organisation } from '../members/store.ts'
import { findTouchpoint, listTouchpoints } from '../touchpoints/store.ts'
import { BREAKDOWN_NAMES, type Breakdown } from './breakdowns.ts'
import type { PublishedBreakdown } from './published.ts'
import { type ClosedMonth, listClosedMonths, listPublishedCells } from './published_store.ts'

export interface AskedClosed {
  organisation: Organisation
  /** Oldest first. */
  closed: readonly ClosedMonth[]
  /** The month of the page. */
  month: ClosedMonth
}

/** The month asked for, or the latest; null before any month is closed. */
export function askedClosed(ctx: Context, month: Month | null): AskedClosed | null {
  const [organisation, closed] = [getOrganisation(ctx), listClosedMonths(ctx)]
  const found = month === null ? closed.at(-1) : closed.find((each) => each.month === month)
  if (found) return { organisation, closed, month: found }
  if (month === null) return null

  throw new Problem('not_found', 'That month is not closed. You read months once they are, with numbers that stay.')
}

export type MayRead = (place: { breakdown: PublishedBreakdown; slice: string }) => boolean

/** Totals are for every reader; an owner reads beside them what their own touchpoints got (PRODUCT.md, "Who uses it"). */
export function mayReadSlices(ctx: Context): MayRead {
  if (may(ctx.actor, 'compare_slices')) return () => true
  const own = new Set(ownTouchpoints(ctx).map(({ id }) => id))

  return ({ breakdown, slice }) => breakdown === 'all' || (breakdown === 'touchpoint' && own.has(slice))
}

function ownTouchpoints(ctx: Context): { id: string }[] {
  if (ctx.actor.id === null || !may(ctx.actor, 'read_own_touchpoints')) return []

  return listTouchpoints(ctx, { retired: true, ownerId: ctx.actor.id })
}

/** A slice as far as it was published for this reader, on a page or in a file. Throws a Problem where nothing of it was. */
export function readSlice(ctx: Context, { breakdown, key }: { breakdown: Breakdown; key: string }) {
  const mayRead = mayReadSlices(ctx)({ breakdown, slice: key })
  const cells = mayRead ? listPublishedCells(ctx, { breakdown, slice: key }) : []
  const touchpoint = mayRead && breakdown === 'touchpoint' ? findTouchpoint(ctx, key) : undefined
  const name = cells.at(-1)?.sliceName ?? touchpoint?.name
  if (name === undefined)
    throw new Problem('not_found', `Nothing was published of that ${BREAKDOWN_NAMES[breakdown].toLowerCase()}.`)

  return { name, cells, touchpoint }
}

/** Channels and the like hold other people's touchpoints too. */
export function refuseOthers(ctx: Context, breakdown: Breakdown): void {
  if (breakdown !== 'touchpoint' && !mayReadSlices(ctx)({ breakdown, slice: '' }))
    throw new Problem('forbidden', 'You read the totals, and what your own touchpoints got.')
}
