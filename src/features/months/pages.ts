import type { Context } from '../../context.ts'
import { type Cell, csv } from '../../lib/csv.ts'
import { dayIn } from '../../lib/days.ts'
import { isOpenMonth, lastDay, lastOpenDay, type Month, monthOf, monthsUpTo } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { getOrganisation, type Organisation, today } from '../members/store.ts'
import { CSV_HEADER, csvRows } from './csv_rows.ts'
import { mayShowGap } from './expectation_gap.ts'
import { GAP, SHARES } from './measures.ts'
import { monthNamer } from './month_words.ts'
import { type Overview, overviewOf } from './overview.ts'
import { listRebases } from './rebases_store.ts'
import { answered, type Tallies } from './results.ts'
import { type MonthsQuery, monthsOf, type Span, spansUpTo } from './spans.ts'
import {
  dataAsOf,
  findFirstMonth,
  listParticipation,
  listPredictors,
  listProgramNames,
  listStandardRows,
  listTallies,
  participationTally,
} from './store.ts'
import { monthsView } from './view_pages.ts'

/** The months as leads read them: live. */
export function monthsPage(ctx: Context, query: MonthsQuery, form?: Form): View {
  const asked = askedFor(ctx, query)
  const { organisation, month, current, first, program } = asked

  return {
    template: 'months/show',
    title: monthNamer(organisation.locale)(month).full,
    at: '/months',
    ...monthsView(overview(ctx, asked), { ...asked, locale: organisation.locale, enough: organisation.smallestGroup }),
    pager: pagerOf(asked),
    closes: closingWords(ctx, asked),
    programs: programLinks(ctx, asked),
    exportHref: href('/months.csv', month === current ? null : month, program?.id ?? null),
    nothing: first === null,
    method: methodWords(ctx),
    form: form ?? emptyForm({ measure: organisation.primaryMeasure }),
    measures: SHARES.map(({ key, name }) => ({ value: key, label: name })),
  }
}

/** What the months are made from has not changed while this has not: neither the data nor the day. */
export function monthsAsOf(ctx: Context): string {
  return `${dataAsOf(ctx)} ${today(ctx)}`
}

/** The same numbers, one a row. */
export function monthsCsv(ctx: Context, query: MonthsQuery): { name: string; text: string } {
  const asked = askedFor(ctx, query)
  const whose = asked.program ? { breakdown: 'program', slice: asked.program.name } : { breakdown: '', slice: '' }
  const rows: Cell[][] = csvRows(overview(ctx, asked), whose)

  return { name: `months-${asked.month}.csv`, text: csv(CSV_HEADER, rows) }
}

/** How the numbers are made and how they are to be read: for everybody. */
export function methodPage(ctx: Context): View {
  return { template: 'months/method', title: 'How the numbers are read', width: 'narrow', method: methodWords(ctx) }
}

/** What months/_method.eta needs, wherever it is shown. */
export function methodWords(ctx: Context): { enough: number; closesAfterDays: number } {
  const { smallestGroup, monthClosesAfterDays } = getOrganisation(ctx)

  return { enough: smallestGroup, closesAfterDays: monthClosesAfterDays }
}

interface Asked {
  organisation: Organisation
  today: Temporal.PlainDate
  /** The month it is. */
  current: Month
  /** The month of the page. */
  month: Month
  /** The first month anything was counted in. */
  first: Month | null
  program: { id: string; name: string } | null
}

function askedFor(ctx: Context, query: MonthsQuery): Asked {
  const organisation = getOrganisation(ctx)
  const day = dayIn(organisation.timeZone, ctx.now)
  const current = monthOf(day)
  const month = query.month ?? current
  if (month > current) throw new Problem('not_found', 'That month has not begun.')

  const first = findFirstMonth(ctx)
  if (month < (first ?? current)) throw new Problem('not_found', 'Nothing was counted before that month’s end.')

  const program = listProgramNames(ctx).find(({ id }) => id === query.programId) ?? null
  if (query.programId !== null && program === null) throw new Problem('not_found', 'There is no such program.')

  return { organisation, today: day, current, month, first, program }
}

function overview(ctx: Context, { organisation, today, month, program }: Asked): Overview {
  const spans = spansUpTo(month, organisation.fiscalYearStart)
  const months = monthsOf(spans)
  const slice = program
    ? ({ breakdown: 'program', slice: program.id } as const)
    : ({ breakdown: 'all', slice: '' } as const)
  const tallies = listTallies(ctx, months, slice)
  for (const took of listParticipation(ctx, months, today, slice))
    tallies.set(took.month, new Map([...(tallies.get(took.month) ?? []), ...participationTally(took)]))
  const all = program ? listTallies(ctx, months, { breakdown: 'all', slice: '' }) : tallies

  const mayShowGap = gapRule(ctx, { organisation, today }, { months, tallies, all })

  return overviewOf(
    spans,
    {
      months: tallies,
      standards: listStandardRows(ctx),
      mayShowGap,
      rebases: Map.groupBy(listRebases(ctx), ({ measure }) => measure),
    },
    organisation.primaryMeasure,
  )
}

/** Under a program the gap is shown only where that program has all predictions: else the difference would give some away. */
function gapRule(
  ctx: Context,
  { organisation, today }: Pick<Asked, 'organisation' | 'today'>,
  { months, tallies, all }: { months: Month[]; tallies: Tallies; all: Tallies },
): (span: Span) => boolean {
  const { smallestGroup: enough } = organisation
  const closings = closingsOf(ctx)
  const isOpen = (month: Month) => isOpenMonth(month, today, closings)
  const predictors = listPredictors(ctx, months, enough)
  const predicted = (span: Span, counted: Tallies) =>
    span.months.reduce((sum, name) => sum + answered(GAP.question, counted, { name, months: [name] }), 0)
  const isWhole = (span: Span) => predicted(span, tallies) === predicted(span, all)

  return (span) => mayShowGap(span, predictors, { enough, isOpen }) && (tallies === all || isWhole(span))
}

function pagerOf({ organisation, month, current, first, program }: Asked) {
  const name = monthNamer(organisation.locale)
  const link = (to: Month) => ({
    href: href('/months', to === current ? null : to, program?.id ?? null),
    label: name(to).long,
  })
  const [before, after] = [monthsUpTo(month, 2)[0] ?? month, monthsUpTo(current, 1)[0] ?? current]
  const next = month < after ? nextMonth(month) : null

  return {
    previous: first !== null && before >= first ? link(before) : null,
    current: name(month).full,
    next: next === null ? null : link(next),
  }
}

function nextMonth(month: Month): Month {
  return monthOf(lastDay(month).add({ days: 1 }))
}

function closingWords(ctx: Context, { organisation, today, month, current }: Asked): string {
  const { locale } = organisation
  const closings = closingsOf(ctx)
  const until = `late reflections count until ${dayInWords(lastOpenDay(month, closings), locale, 'short')}`
  if (month === current) return `Still running; ${until}`
  if (isOpenMonth(month, today, closings)) return `Over; ${until}`

  const wasOpen = lastOpenDay(month, { ...closings, closedThrough: null })

  return `Complete since ${dayInWords(wasOpen.add({ days: 1 }), locale, 'short')}`
}

function programLinks(ctx: Context, { month, current, program }: Asked) {
  const programs = listProgramNames(ctx)
  if (programs.length < 2) return []

  const at = month === current ? null : month
  const link = (id: string | null, label: string) => ({
    href: href('/months', at, id),
    label,
    current: id === (program?.id ?? null),
  })

  return [link(null, 'All programs'), ...programs.map(({ id, name }) => link(id, name))]
}

function href(path: string, month: Month | null, programId: string | null): string {
  const asked = new URLSearchParams({ ...(month && { month }), ...(programId && { program: programId }) })

  return asked.size === 0 ? path : `${path}?${asked}`
}
