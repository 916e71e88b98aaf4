import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { counted, dayInWords, daysInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { tooManyOf } from './coming_pages.ts'
import { DAYPART_WORDS, isShown, standingOf } from './duty.ts'
import { gapInWords } from './gaps.ts'
import { LEADERS_A_PAGE } from './matrix_columns.ts'
import { listNames } from './matrix_store.ts'
import { pageOfItems, wholeNumber } from './paging.ts'
import { listBrokenDuties } from './placement_store.ts'
import { refusalToPublish } from './publication.ts'
import { publishesItselfOn, roundName } from './round.ts'
import { type Duty, getRound, listDuties, listRoundsOf, type RoundRow } from './round_store.ts'
import { getProgram } from './store.ts'

/** One round, leader by leader: reads well on a phone. */
export function roundPage(ctx: Context, id: string, asked: { leaders?: string } = {}): View {
  const round = getRound(ctx, id)
  const { locale } = getOrganisation(ctx)

  return {
    template: 'programs/round',
    title: `${roundName(round, locale)}, ${getProgram(ctx, round.programId).name}`,
    at: '/programs',
    ...about(ctx, round),
    heading: headingOf(ctx, round, locale),
    says: sayingOf(ctx, round),
    ...dutyLines(ctx, round, wholeNumber(asked.leaders) ?? 1),
    ...unfilled(ctx, round),
    mayAdd: round.state !== 'closed',
  }
}

/** What publishing will do, and what it leaves unfilled, before it is done. */
export function publicationPage(ctx: Context, id: string, refusal: string | null = null): View {
  const round = getRound(ctx, id)
  const { locale } = getOrganisation(ctx)
  const drafted = listDuties(ctx, [id]).filter(({ state }) => state === 'planned')
  const leaders = new Set(drafted.map(({ leaderId }) => leaderId)).size

  return {
    template: 'programs/publication',
    title: `Publish ${roundName(round, locale)}`,
    at: '/programs',
    width: 'narrow',
    ...about(ctx, round),
    sentence: `${counted(drafted.length, 'contact')} for ${counted(leaders, 'leader')}. Each of them sees only their own.`,
    ...unfilled(ctx, round),
    ...brokenLines(ctx, round),
    refusal: refusal ?? refusalToPublish(round, listRoundsOf(ctx, round.programId), drafted.length, locale),
  }
}

/** The first of them; drawing again puts all of them right. */
function brokenLines(ctx: Context, round: RoundRow) {
  const all = listBrokenDuties(ctx, round)
  const broken = all.slice(0, MOST_BROKEN_SHOWN).map(({ duty, words }) => ({
    id: duty.id,
    words: `${duty.leader}, ${duty.touchpoint}: ${words}.`,
  }))

  return { broken, moreBroken: all.length - broken.length }
}

const MOST_BROKEN_SHOWN = 20

function about(ctx: Context, round: RoundRow) {
  const { locale } = getOrganisation(ctx)
  const program = getProgram(ctx, round.programId)

  return {
    round,
    name: roundName(round, locale),
    program: { id: program.id, name: program.name, runsItself: program.runsItself },
    days: daysInWords(round.startsOn, round.endsOn, locale),
    stale: round.state === 'planned' && round.programVersion !== program.version,
    held: round.heldOn && dayInWords(round.heldOn, locale, 'short'),
  }
}

function headingOf(ctx: Context, round: RoundRow, locale: string): string {
  const name = roundName(round, locale)
  const of = listDuties(ctx, [round.id]).filter(({ state }) => isShown(state) && state !== 'excused')
  const done = of.filter(({ state }) => state === 'reflected').length
  if (round.state === 'planned') return `${name} is a draft of ${counted(of.length, 'contact')}.`
  if (round.state === 'closed') return `${name} is closed: ${done} of ${of.length} done.`

  return Temporal.PlainDate.compare(Temporal.PlainDate.from(round.startsOn), today(ctx)) > 0
    ? `${name} is published: ${counted(of.length, 'contact')}.`
    : `${name}: ${done} of ${of.length} done so far.`
}

/** Its days, unless its name says them already, how it ends, and of a draft how old it is. */
function sayingOf(ctx: Context, round: RoundRow): string {
  const { name, days } = about(ctx, round)
  const drawn = `Drawn on ${dayInWords(round.plannedOn, getOrganisation(ctx).locale, 'short')}.`
  const said = [name.startsWith(days) ? '' : `${days}.`, whatComes(ctx, round), round.state === 'planned' ? drawn : '']

  return said.filter(Boolean).join(' ')
}

function whatComes(ctx: Context, round: RoundRow): string {
  if (round.state === 'closed') return 'What is handed in now is accepted and marked late.'
  const { locale, roundClosesAfterDays } = getOrganisation(ctx)
  const after = `${counted(roundClosesAfterDays, 'day')} after its last window.`
  const day = publishesItselfOn(getProgram(ctx, round.programId), round, today(ctx))
  if (!day) return `It closes by itself ${after}`

  return `It publishes itself on ${dayInWords(day, locale, 'short')}, unless a lead holds it, and closes ${after}`
}

function dutyLines(ctx: Context, round: RoundRow, page: number) {
  const { locale } = getOrganisation(ctx)
  const all = listDuties(ctx, [round.id])
    .filter(({ state }) => isShown(state))
    .sort((a, b) => a.leader.localeCompare(b.leader, locale) || (a.fromDay < b.fromDay ? -1 : 1))
  const { items, pager } = pageOfItems(all, page, LEADERS_A_PAGE)
  const duties = items.map((duty) => ({
    id: duty.id,
    leader: duty.leader,
    touchpoint: duty.touchpoint,
    scenario: duty.scenario ?? '',
    window: windowInWords(duty, locale),
    ...standingOf(duty, dayIn(duty.touchpointZone, ctx.now)),
  }))

  return { duties, pager }
}

function windowInWords({ fromDay, toDay, daypart }: Duty, locale: string): string {
  const days = daysInWords(fromDay, toDay, locale)

  return daypart ? `${days}, ${DAYPART_WORDS[daypart]}` : days
}

/** The gaps of a round; of a draft also whether the program asks for more than may be made. */
function unfilled(ctx: Context, round: RoundRow) {
  const isDraft = round.state === 'planned' && round.gaps.length > 0

  return { gaps: gapLines(ctx, round), tooMany: isDraft ? tooManyOf(ctx, getProgram(ctx, round.programId)) : null }
}

function gapLines(ctx: Context, round: RoundRow) {
  if (round.gaps.length === 0) return []
  const names = listNames(ctx)
  const name = roundName(round, getOrganisation(ctx).locale)

  return round.gaps.map((gap) => gapInWords(gap, names, name))
}
