import type { Context } from '../../context.ts'
import { monthsOfQuarter } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { WITHHELD } from '../../lib/shares.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { followupInWords } from '../followups/in_words.ts'
import { findFollowup } from '../followups/store.ts'
import { getOrganisation, today } from '../members/store.ts'
import { errataToSlice, erratumWords } from '../months/errata_pages.ts'
import { SHARES, TOOK_PART } from '../months/measures.ts'
import { monthNamer, monthsOfYears } from '../months/month_words.ts'
import { WITHHELD_WORDS } from '../months/published.ts'
import { listPublishedCells, type PublishedCell } from '../months/published_store.ts'
import { spanMonths } from '../months/span_words.ts'
import { listRetestedTold } from '../reflections/retest_store.ts'
import { HEARD_MEASURES } from './heard.ts'
import { rowInWords } from './heard_sheet.ts'
import {
  getHeard,
  getHeardBehind,
  listChosenFollowups,
  listHeardFor,
  listQuotes,
  type NamedHeard,
} from './heard_store.ts'

/** As a lead looks at it before it is shared. */
export function previewPage(ctx: Context, id: string): View {
  const back = { href: `/heard/${id}`, label: 'Back to the page' }

  return { ...sheet(ctx, getHeard(ctx, id)), at: '/heard', back, action: '' }
}

/** As the owner of its touchpoint reads what was published; drafts and other people’s look as if they did not exist. */
export function ownSheetPage(ctx: Context, id: string): View {
  const heard = listHeardFor(ctx, ctx.actor.id ?? '').find((one) => one.id === id)
  if (!heard) throw new Problem('not_found', 'There is no such page.')
  const back = { href: '/touchpoints/own', label: 'Your touchpoints' }

  return { ...sheet(ctx, heard), at: '/touchpoints/own', back, action: '' }
}

/** As anybody with the link reads it: nothing to sign in to, nothing that says who is reading. */
export function publicHeardPage(
  ctx: Context,
  token: string,
  { form = emptyForm(), thanks = false }: { form?: Form; thanks?: boolean } = {},
): View {
  const heard = getHeardBehind(ctx, token)

  return { ...sheet(ctx, heard), isPublic: true, back: null, action: `/h/${token}/replies`, form, thanks }
}

function sheet(ctx: Context, heard: NamedHeard): View {
  const { locale, name } = getOrganisation(ctx)
  const quarter = quarterInWords(ctx, heard.quarter)
  const quotes = areWordsShown(ctx, heard) ? listQuotes(ctx, heard.id) : []
  const changes = changesOf(ctx, heard.id, locale)

  return {
    template: 'notices/heard',
    title: `What we heard: ${heard.touchpoint}`,
    width: 'narrow',
    kicker: `${name} · ${heard.touchpoint} · ${quarter}`,
    opening: heard.opening,
    praise: quotes.filter(({ part }) => part === 'praise').map(({ words }) => words),
    hard: quotes.filter(({ part }) => part === 'hard').map(({ words }) => words),
    heldCounted: changes.find(({ heldCounted }) => heldCounted)?.heldCounted ?? '',
    celebrated: changes.filter(({ kind }) => kind === 'Celebrate'),
    changes: changes.filter(({ kind }) => kind !== 'Celebrate'),
    ...numbersOf(ctx, heard, locale),
    ...{ form: emptyForm(), thanks: false },
  }
}

/**
 * Whether words of this quarter may be told: some figure of it is shown, so that enough leaders made contacts there. Those of a run of
 * quarters, and those who were only assigned, may be more than those.
 */
export function areWordsShown(ctx: Context, heard: NamedHeard): boolean {
  return cellsOf(ctx, heard).some(
    ({ shown, span, measure }) => shown && span === heard.quarter && measure !== TOOK_PART.key,
  )
}

function numbersOf(ctx: Context, heard: NamedHeard, locale: string) {
  const cells = cellsOf(ctx, heard)
  const rows = rowsOf(cells)

  return {
    span: cells[0] ? spanMonths(cells[0], { month: monthNamer(locale) }) : '',
    rows,
    errata: errataOf(ctx, heard, cells),
    withheld: rows.some(({ figure }) => figure === WITHHELD) ? WITHHELD_WORDS : '',
  }
}

function rowsOf(cells: readonly PublishedCell[]) {
  return HEARD_MEASURES.flatMap((key) => SHARES.find((measure) => measure.key === key) ?? []).map((measure) =>
    rowInWords(
      measure,
      cells.find((cell) => cell.measure === measure.key),
    ),
  )
}

/** What was put right of the figures that stand here. */
function errataOf(ctx: Context, { touchpointId }: NamedHeard, cells: readonly PublishedCell[]): string[] {
  const told: readonly string[] = ['', ...HEARD_MEASURES]
  const spans = [...new Set(cells.map(({ span }) => span))]

  return errataToSlice(ctx, { breakdown: 'touchpoint', key: touchpointId }, spans)
    .filter(({ measure }) => told.includes(measure))
    .map((erratum) => erratumWords(ctx, erratum))
}

/** The cells of the span the quarter was published in: the quarter itself, or a run of quarters around it. */
function cellsOf(ctx: Context, { touchpointId, quarter }: NamedHeard): PublishedCell[] {
  const [first = '', , last = ''] = monthsOfQuarter(quarter, getOrganisation(ctx).fiscalYearStart)

  return listPublishedCells(ctx, { breakdown: 'touchpoint', slice: touchpointId }).filter(
    ({ firstMonth, lastMonth }) => firstMonth <= first && last <= lastMonth,
  )
}

/** Without their owners’ names: the sheet hangs where everybody passes. */
function changesOf(ctx: Context, heardId: string, locale: string) {
  const reading = { locale, today: today(ctx) }

  return listChosenFollowups(ctx, heardId).flatMap((id) => {
    const followup = findFollowup(ctx, id)
    if (!followup || followup.state === 'dropped') return []
    const { commitment, kind, stands, held, heldCounted } = followupInWords(
      followup,
      listRetestedTold(ctx, [id]).get(id) ?? [],
      reading,
    )

    const said = { commitment, kind, stands: stands.replace(', says its owner', ''), held, heldCounted }

    return [{ ...said, meaning: followup.forColleagues }]
  })
}

/** "July to September 2026". */
export function quarterInWords(ctx: Context, quarter: string): string {
  const { fiscalYearStart, locale } = getOrganisation(ctx)

  return monthsOfYears(monthsOfQuarter(quarter, fiscalYearStart), monthNamer(locale))
}
