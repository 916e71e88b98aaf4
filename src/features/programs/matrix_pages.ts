import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { numberInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, type MemberRow, today } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'
import { comingInWords } from './coming_pages.ts'
import { isLoad, KEY, standingOf } from './duty.ts'
import { statedFigures } from './fairness_pages.ts'
import { type MatrixLeader, matrixRows } from './matrix.ts'
import { type Column, columnsOn, LEADERS_A_PAGE, listColumns, openingPage, pageOf } from './matrix_columns.ts'
import { getMatrixFacts, type MatrixFacts } from './matrix_store.ts'
import { obstacles } from './obstacle_pages.ts'
import { asksWhetherToGoOn, endsSoonInWords, isForLeadsOnly } from './program.ts'
import { programFacts } from './program_facts.ts'
import { roundName, shortRoundName } from './round.ts'
import type { RoundRow } from './round_store.ts'
import { currentRound, nextDraft, unplannedPeriods } from './upcoming.ts'

type RoundColumn = Column<RoundRow>

/** A program: its rotation as a matrix, whether it is fair, what stands in the way, and what it is made of. */
export function programPage(ctx: Context, id: string, asked: { rounds?: string; leaders?: string } = {}): View {
  const facts = getMatrixFacts(ctx, id)
  const { program, stored } = facts
  const ahead = unplannedPeriods(program, stored, today(ctx), 12)
  const columns = listColumns(stored, ahead)
  const page = wholeNumber(asked.rounds) ?? openingPage(columns)
  const shown = columnsOn(columns, page)
  const { locale } = getOrganisation(ctx)

  return {
    template: 'programs/show',
    title: program.name,
    at: '/programs',
    program,
    heading: headingOf(facts, shown, locale),
    pager: roundPager(columns, page, locale),
    roundsPage: page,
    ...rotation(ctx, facts, shown, wholeNumber(asked.leaders) ?? 1),
    stated: statedFigures(ctx, facts, shown),
    ...nextStep(facts, ahead[0], locale),
    obstacles: obstacles(ctx, facts, shown),
    ...aboutProgram(ctx, facts, ahead),
  }
}

function aboutProgram(ctx: Context, facts: MatrixFacts, ahead: readonly RoundPeriod[]) {
  const { program, stored, leaders } = facts
  const { locale, smallestGroup } = getOrganisation(ctx)

  return {
    asks: asksWhetherToGoOn(program, currentRound(stored)?.number ?? 0) && goesOn(facts),
    forLeadsOnly: isForLeadsOnly(leaders.length, smallestGroup) && smallestGroup,
    facts: programFacts(program, facts, locale),
    coming: comingInWords(ctx, ahead),
  }
}

/** The words beside the question whether it goes on. */
function goesOn({ program }: Pick<MatrixFacts, 'program'>) {
  return { id: program.id, name: program.name, last: endsSoonInWords(program) }
}

function rotation(ctx: Context, facts: MatrixFacts, columns: readonly RoundColumn[], page: number) {
  const leaders = facts.shownLeaders.slice((page - 1) * LEADERS_A_PAGE, page * LEADERS_A_PAGE)
  const { locale } = getOrganisation(ctx)
  const drafts = columns.findIndex(({ round }) => round === null || round.state === 'planned')

  return {
    key: KEY,
    columns: columns.map((column, i) => ({
      href: column.round && `/rounds/${column.round.id}`,
      name: shortRoundName(column, locale),
      full: roundName(column, locale),
      stands: standsInWords(ctx, facts, column),
      now: isRunning(column, today(ctx)),
      draftFrom: i === drafts && i > 0,
    })),
    rows: matrixRows(leaders.map(asMatrixLeader(facts)), columns, facts.duties, ctx.now),
    unfilled: columns.map(({ round }) =>
      (round?.gaps ?? []).flatMap(({ touchpointId }) => (touchpointId ? [facts.names.get(touchpointId) ?? ''] : [])),
    ),
    leaderPager: leaderPager(facts.shownLeaders.length, page),
  }
}

function asMatrixLeader({ absences }: MatrixFacts): (member: MemberRow) => MatrixLeader {
  return (member) => ({
    id: member.id,
    name: member.name,
    below: member.jobTitle || member.department || '',
    absences: absences.get(member.id) ?? [],
  })
}

/** "12 done, 2 missed"; "6 of 14 done so far"; "Draft"; "Not planned yet". */
function standsInWords(ctx: Context, { duties }: MatrixFacts, { round }: RoundColumn): string {
  if (!round) return 'Not planned yet'
  if (round.state === 'planned') return round.heldOn ? 'Draft, held' : 'Draft'
  const here = duties.filter(({ roundId, state }) => roundId === round.id && isLoad(state))
  const words = here.map((duty) => standingOf(duty, dayIn(duty.touchpointZone, ctx.now)).word)
  const done = words.filter((word) => word === 'Done').length
  const missed = words.filter((word) => word === 'Missed').length
  const tail = missed > 0 ? `, ${missed} missed` : ''

  return round.state === 'closed'
    ? `${done} of ${here.length} done${tail}`
    : `${done} of ${here.length} done so far${tail}`
}

function isRunning({ round, startsOn, endsOn }: RoundColumn, day: Temporal.PlainDate): boolean {
  return round?.state === 'published' && startsOn <= day.toString() && day.toString() <= endsOn
}

/** "March to June is a draft. One place is unfilled." */
function headingOf({ program, stored }: MatrixFacts, columns: readonly RoundColumn[], locale: string): string {
  if (program.retiredOn) return `${program.name} has ended.`
  if (stored.length === 0) return 'Nothing is planned yet.'
  const drafts = columns.filter(({ round }) => round?.state === 'planned')
  const open = drafts.reduce((sum, { round }) => sum + (round?.gaps.length ?? 0), 0)
  const [first, last] = [drafts[0], drafts.at(-1)]
  if (!first || !last)
    return stored.some(({ state }) => state === 'published')
      ? 'What is planned is published.'
      : 'Every round is closed.'
  const span =
    first === last
      ? roundName(first, locale)
      : `${roundName(first, locale, false)} to ${roundName(last, locale, false)}`

  return `${span} is a draft. ${placesInWords(open)}`
}

function placesInWords(open: number): string {
  if (open === 0) return 'Every place is filled.'

  return `${numberInWords(open)} ${open === 1 ? 'place is' : 'places are'} unfilled.`
}

function nextStep({ program, stored }: MatrixFacts, period: RoundPeriod | undefined, locale: string) {
  const draft = nextDraft(stored)
  const plan = period && {
    action: `/programs/${program.id}/rounds`,
    period: period.key,
    label: `Plan ${roundName({ period: period.key, startsOn: `${period.startsOn}`, endsOn: `${period.endsOn}` }, locale)}`,
  }
  if (!draft) return { publish: null, again: null, plan: plan ?? null, stale: false }

  return {
    publish: { href: `/rounds/${draft.id}/publication`, label: `Publish ${roundName(draft, locale)}` },
    again: { action: `/rounds/${draft.id}/drawing` },
    plan: plan ?? null,
    stale: draft.programVersion !== program.version,
  }
}

function roundPager(columns: readonly RoundColumn[], page: number, locale: string) {
  const pages = [...new Set(columns.map(({ number }) => pageOf(number)))].sort((a, b) => a - b)
  const near = pages.filter((one) => Math.abs(one - page) <= 2)
  const nameOf = (one: number) => {
    const on = columnsOn(columns, one)
    const [first, last] = [on[0], on.at(-1)]
    if (!first || !last) return ''
    if (first === last) return roundName(first, locale)

    return `${roundName(first, locale, false)} to ${roundName(last, locale)}`
  }

  return near.map((one) => ({ page: one, label: nameOf(one), here: one === page }))
}

function leaderPager(leaders: number, page: number) {
  const pages = Math.ceil(leaders / LEADERS_A_PAGE)
  if (pages < 2) return []

  return Array.from({ length: pages }, (_, i) => ({
    page: i + 1,
    label: `${i * LEADERS_A_PAGE + 1}–${Math.min(leaders, (i + 1) * LEADERS_A_PAGE)}`,
    here: i + 1 === page,
  }))
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined
}
