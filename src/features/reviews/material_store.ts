import type { Context } from '../../context.ts'
import { addMonths, lastDay, type Month, monthsBetween } from '../../lib/periods.ts'
import { followupInWords } from '../followups/in_words.ts'
import { type Named as Followup, listFollowups } from '../followups/store.ts'
import { getOrganisation } from '../members/store.ts'
import { listNotedRebases } from '../months/closed_store.ts'
import {
  listClosedMonths,
  listClosedQuarters,
  listErrata,
  listPublishedCells,
  listPublishedTexts,
  type PublishedCell,
  type PublishedText,
} from '../months/published_store.ts'
import { heldWords } from '../reflections/retest.ts'
import { listRetestedTold } from '../reflections/retest_store.ts'
import type { Material, Promised, PutRight } from './material.ts'
import { decisionsIn, inOrder } from './review.ts'
import { listChosen, type ReviewRow } from './store.ts'

/** So many months are charted: a year and the quarter it is compared with. */
const CHARTED = 15

export type Written = Pick<ReviewRow, 'id' | 'quarter' | 'edition' | 'corrects' | 'summary' | 'decisions' | 'sections'>

/** Everything a review says, from what is published only. */
export function materialFor(ctx: Context, review: Written): Material {
  const { id, quarter, edition, corrects, summary } = review
  const months = monthsOf(ctx, quarter)
  const { name: organisation, locale } = getOrganisation(ctx)
  const chosen = new Set(listChosen(ctx, id))
  const totals = listPublishedCells(ctx, { breakdown: 'all' }).filter(({ span }) => span <= (months[2] ?? ''))
  const touchpoints = listPublishedCells(ctx, { breakdown: 'touchpoint' }).filter(
    ({ lastMonth }) => lastMonth === months[2],
  )

  const closed = closedBy(ctx, months)
  const drawn = totals.filter(({ span }) => closed.charted.includes(span))

  return {
    ...{ organisation, locale, quarter, edition, corrects, summary, months },
    ...closed,
    ...{ totals, touchpoints },
    noted: listNotedRebases(ctx),
    stories: storiesFor(ctx, quarter).filter((text) => chosen.has(text.id)),
    followups: followupsIn(ctx, months, locale),
    errata: errataTo(ctx, [...drawn, ...touchpoints]),
    decisions: decisionsIn(review.decisions),
    sections: inOrder(new Map(), review.sections),
  }
}

/** To all that is shown, also to months that only the charts show. */
function errataTo(ctx: Context, cells: readonly PublishedCell[]): PutRight[] {
  const bySpan = new Map(cells.map((cell) => [cell.span, cell]))
  const names = new Map(cells.map(({ breakdown, slice, sliceName }) => [`${breakdown} ${slice}`, sliceName]))

  return listErrata(ctx, [...bySpan.keys()]).flatMap(({ span, breakdown, slice, measure, words, publishedOn }) => {
    const { firstMonth, lastMonth } = bySpan.get(span) ?? {}
    const name = breakdown === '' ? '' : names.get(`${breakdown} ${slice}`)
    if (firstMonth === undefined || lastMonth === undefined || name === undefined) return []

    const months = monthsBetween(firstMonth, lastMonth)
    const whose = { breakdown: name === '' ? '' : breakdown, slice: name }

    return [{ span, months, ...whose, measure, words, on: publishedOn }]
  })
}

/** What was closed by the end of the quarter, and the settings its last month was closed with. */
function closedBy(ctx: Context, months: readonly Month[]) {
  const closed = listClosedMonths(ctx).filter(({ month }) => month <= (months[2] ?? ''))
  const names = closed.map(({ month }) => month)
  const { primaryMeasure = 'valued', smallestGroup = 5 } = closed.at(-1) ?? {}

  const closedOn = new Map(closed.map(({ month, closedOn }) => [month, closedOn]))

  return { before: beforeIn(months, names), charted: names.slice(-CHARTED), closedOn, primaryMeasure, smallestGroup }
}

/** Published words of spans that end with the quarter: what a lead can choose from. */
export function storiesFor(ctx: Context, quarter: string): PublishedText[] {
  return listPublishedTexts(ctx, {}).filter(({ span }) => span === quarter || span.endsWith(`/${quarter}`))
}

export function monthsOf(ctx: Context, quarter: string): Month[] {
  return listClosedQuarters(ctx).find(({ name }) => name === quarter)?.months ?? []
}

/** The quarter before, where all of it is closed. */
function beforeIn([first = '2000-01']: readonly Month[], closed: readonly Month[]): Month[] {
  const before = [-3, -2, -1].map((n) => addMonths(first, n))

  return before.every((month) => closed.includes(month)) ? before : []
}

/** Open at its end, or done or dropped during it. */
function followupsIn(ctx: Context, months: readonly Month[], locale: string): Promised[] {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (first === '') return []
  const end = lastDay(last).toString()
  const lasts = ({ doneOn, droppedOn }: Followup) => (doneOn ?? droppedOn ?? end) >= `${first}-01`
  const inQuarter = listFollowups(ctx).filter((one) => one.raisedOn <= end && lasts(one))
  const retested = listRetestedTold(
    ctx,
    inQuarter.map(({ id }) => id),
  )

  return inQuarter.map((one) => {
    const { stands } = followupInWords(one, [], { locale, today: lastDay(last) })

    return {
      ...{ does: one.kind, what: one.commitment, owner: one.owner, dueOn: one.dueOn, stands },
      held: heldWords(retested.get(one.id) ?? [], locale),
      lines: [one.forCustomers, one.forCompany, one.forColleagues].filter((line) => line !== ''),
    }
  })
}
