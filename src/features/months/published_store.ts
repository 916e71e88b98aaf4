/** What was published when months were closed: all that anybody but a lead may see of them. */
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { type Month, quarterOf } from '../../lib/periods.ts'
import {
  closedMonths,
  errata,
  type PublishedBreakdown,
  publishedCells,
  publishedTexts,
  reflectionReleases,
  reflections,
  touchpoints,
} from '../../platform/db/tables.ts'

export type PublishedCell = typeof publishedCells.$inferSelect
export type ClosedMonth = typeof closedMonths.$inferSelect
export type Erratum = typeof errata.$inferSelect

/** Which cells; what is left out is not asked. */
export interface CellsAsked {
  breakdown: PublishedBreakdown
  slice?: string
  measures?: readonly string[]
  spans?: readonly string[]
}

/** Shown and withheld ones, oldest span first: withheld ones have no number. */
export function listPublishedCells(ctx: Context, { breakdown, slice, measures, spans }: CellsAsked): PublishedCell[] {
  return ctx.db
    .select()
    .from(publishedCells)
    .where(
      and(
        eq(publishedCells.breakdown, breakdown),
        slice === undefined ? undefined : eq(publishedCells.slice, slice),
        measures && inArray(publishedCells.measure, [...measures]),
        spans && inArray(publishedCells.span, [...spans]),
      ),
    )
    .orderBy(asc(publishedCells.firstMonth), asc(publishedCells.sliceName), asc(publishedCells.level))
    .all()
}

/** What an erratum would stand beside: of no breakdown it is about all of them, of no measure about every one. */
export function listCellsAbout(
  ctx: Context,
  { span, breakdown, slice, measure }: Pick<Erratum, 'span' | 'breakdown' | 'slice' | 'measure'>,
): { shown: boolean }[] {
  const cell = publishedCells

  return ctx.db
    .selectDistinct({ shown: cell.shown })
    .from(cell)
    .where(
      and(
        eq(cell.span, span),
        breakdown === '' ? undefined : and(sql`${cell.breakdown} = ${breakdown}`, eq(cell.slice, slice)),
        measure === '' ? undefined : eq(cell.measure, measure),
      ),
    )
    .all()
}

/** Oldest first. */
export function listClosedMonths(ctx: Context): ClosedMonth[] {
  return ctx.db.select().from(closedMonths).orderBy(asc(closedMonths.month)).all()
}

/** Months at whose closing any figure was shown. */
export function listMonthsShown(ctx: Context): Set<Month> {
  const shown = ctx.db
    .selectDistinct({ month: publishedCells.lastMonth })
    .from(publishedCells)
    .where(eq(publishedCells.shown, true))

  return new Set(shown.all().map(({ month }) => month))
}

/** Fiscal quarters that are closed as a whole, oldest first. */
export function listClosedQuarters(ctx: Context): { name: string; months: Month[] }[] {
  const closed = listClosedMonths(ctx)
  const months = new Set(closed.map(({ month }) => month))
  const quarters = new Map(
    closed
      .map(({ month, fiscalYearStart }) => quarterOf(month, fiscalYearStart))
      .map((quarter) => [quarter.name, quarter]),
  )

  return [...quarters.values()].filter((quarter) => quarter.months.every((month) => months.has(month)))
}

/** The spans of a breakdown that something was published for, shown or withheld; oldest first. */
export function listPublishedSpans(
  ctx: Context,
  breakdown: PublishedBreakdown,
): { span: string; firstMonth: Month; lastMonth: Month }[] {
  const { span, firstMonth, lastMonth } = publishedCells

  return ctx.db
    .selectDistinct({ span, firstMonth, lastMonth })
    .from(publishedCells)
    .where(eq(publishedCells.breakdown, breakdown))
    .orderBy(asc(lastMonth), desc(firstMonth))
    .all()
}

/** The months of a span that something was published for. */
export function findClosedSpan(ctx: Context, span: string): { firstMonth: Month; lastMonth: Month } | undefined {
  const { firstMonth, lastMonth } = publishedCells

  return ctx.db
    .select({ firstMonth, lastMonth })
    .from(publishedCells)
    .where(eq(publishedCells.span, span))
    .limit(1)
    .get()
}

export interface PublishedText {
  id: string
  reflectionId: string
  field: (typeof publishedTexts.$inferSelect)['field']
  words: string
  span: string
  touchpointId: string
  touchpoint: string
}

/**
 * Words a lead chose, still released today, in no order that tells anything (ids are random). For readers they carry the span, and
 * never the reflection's id: that is for joining a context note only.
 */
export function listPublishedTexts(
  ctx: Context,
  { spans, touchpointId }: { spans?: readonly string[]; touchpointId?: string },
): PublishedText[] {
  const asked = and(
    spans && inArray(publishedTexts.span, [...spans]),
    touchpointId === undefined ? undefined : eq(publishedTexts.touchpointId, touchpointId),
  )

  return selectTexts(ctx, asked)
    .map(({ text, words, touchpoint }) => ({ ...text, touchpoint, words: words[COLUMNS[text.field]] }))
    .filter(({ words }) => words !== '')
}

/** What leads added about a span in words: about all of it, and about one breakdown, slice or measure. */
export function listErrata(ctx: Context, spans: readonly string[]): Erratum[] {
  return ctx.db
    .select()
    .from(errata)
    .where(inArray(errata.span, [...spans]))
    .orderBy(asc(errata.publishedOn), asc(errata.id))
    .all()
}

/** As it was called when the span was published; nothing where all contacts are meant. */
export function findSliceName(ctx: Context, about: Pick<Erratum, 'span' | 'breakdown' | 'slice'>): string | undefined {
  const { span, breakdown, slice, sliceName } = publishedCells

  return ctx.db
    .select({ sliceName })
    .from(publishedCells)
    .where(and(eq(span, about.span), sql`${breakdown} = ${about.breakdown}`, eq(slice, about.slice)))
    .get()?.sliceName
}

/** A published text of a touchpoint, with the day a lead shared it. */
export function listSharedWith(ctx: Context, ownerId: string): (PublishedText & { chosenOn: string })[] {
  return selectTexts(ctx, eq(touchpoints.ownerId, ownerId))
    .map(({ text, words, touchpoint }) => ({ ...text, touchpoint, words: words[COLUMNS[text.field]] }))
    .filter(({ words }) => words !== '')
}

export function listAllErrata(ctx: Context): Erratum[] {
  return ctx.db.select().from(errata).orderBy(desc(errata.publishedOn), asc(errata.id)).all()
}

/** Every slice in every span something was published for, by name. */
export function listPublishedSlices(ctx: Context) {
  const { span, breakdown, slice, sliceName } = publishedCells

  return ctx.db
    .selectDistinct({ span, breakdown, slice, sliceName })
    .from(publishedCells)
    .orderBy(asc(breakdown), asc(sliceName))
    .all()
}

const COLUMNS = {
  story: 'story',
  phrase: 'phrase',
  well_done: 'wellDone',
  belief: 'belief',
  business_reason: 'businessReason',
  unsaid: 'unsaid',
} as const

function selectTexts(ctx: Context, asked: SQL | undefined) {
  return ctx.db
    .select({ text: publishedTexts, words: reflections, touchpoint: touchpoints.name })
    .from(publishedTexts)
    .innerJoin(reflections, eq(reflections.id, publishedTexts.reflectionId))
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, publishedTexts.reflectionId))
    .innerJoin(touchpoints, eq(touchpoints.id, publishedTexts.touchpointId))
    .where(and(asked, eq(reflectionReleases.state, 'released')))
    .orderBy(asc(publishedTexts.id))
    .all()
}
