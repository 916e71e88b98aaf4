import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { dayInWords, numberInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { type Debt, debtOf } from './duty.ts'
import { asksWhetherToGoOn, CADENCE_WORDS, endsSoonInWords, type Program } from './program.ts'
import { roundName } from './round.ts'
import { type Duty, listDuties, listOwed, listRoundsOf, type RoundRow } from './round_store.ts'
import { listPrograms } from './store.ts'
import { currentRound, nextDraft, unplannedPeriods } from './upcoming.ts'

/** The lead's home: who owes a contact, how this round stands, when the next one comes, and the one thing to do now. */
export function boardPage(ctx: Context, which: { retired: boolean } = { retired: false }): View {
  const programs = listPrograms(ctx, which)
  const owed = listOwed(ctx).flatMap((duty) => owedLine(ctx, duty))
  const lines = programs.map((program) => programLine(ctx, program))

  return {
    template: 'programs/board',
    title: 'Rotation',
    at: '/programs',
    heading: headingOf(programs, owed),
    owed: owed.slice(0, MOST_OWED),
    more: Math.max(0, owed.length - MOST_OWED),
    programs: lines,
    next: lines.find(({ next }) => next)?.next ?? null,
    asks: lines.filter(({ asks }) => asks),
    missing: programs.length === 0 ? missingParts(ctx) : [],
    showsRetired: which.retired,
  }
}

const MOST_OWED = 25

interface OwedLine {
  id: string
  leader: string
  touchpoint: string
  what: string
  debt: Debt
  swap: boolean
}

function owedLine(ctx: Context, duty: Duty): OwedLine[] {
  const debt = debtOf(duty, dayIn(duty.touchpointZone, ctx.now))
  if (!debt) return []

  return [
    {
      id: duty.id,
      leader: duty.leader,
      touchpoint: duty.touchpoint,
      what: debtInWords(ctx, duty, debt),
      debt,
      swap: debt === 'declined',
    },
  ]
}

function debtInWords(ctx: Context, duty: Duty, debt: Debt): string {
  const { locale } = getOrganisation(ctx)
  const day = (text: string) => dayInWords(Temporal.PlainDate.from(text), locale, 'short')
  const words: Record<Debt, string> = {
    late: `Window over since ${day(duty.toDay)}, nothing written`,
    reflection: `Contacted on ${day(duty.contactedOn ?? duty.fromDay)}, no reflection yet`,
    halfway: `Not done yet, until ${day(duty.toDay)}`,
    declined: `Declined, until ${day(duty.toDay)}`,
  }

  return words[debt]
}

function headingOf(programs: readonly Program[], owed: readonly OwedLine[]): string {
  if (programs.length === 0) return 'No program yet.'
  const leaders = new Set(owed.map(({ leader }) => leader)).size
  if (leaders === 0) return 'Nobody owes a contact.'

  return `${numberInWords(leaders)} ${leaders === 1 ? 'leader owes' : 'leaders owe'} something.`
}

function programLine(ctx: Context, program: Program) {
  const { locale } = getOrganisation(ctx)
  const stored = listRoundsOf(ctx, program.id)
  const current = currentRound(stored)
  const draft = nextDraft(stored)
  const period = unplannedPeriods(program, stored, today(ctx), 1)[0]
  const upcoming =
    draft ?? (period && { period: period.key, startsOn: `${period.startsOn}`, endsOn: `${period.endsOn}` })

  return {
    id: program.id,
    name: program.name,
    cadence: CADENCE_WORDS[program.cadence],
    retired: program.retiredOn !== null,
    current: current && { name: roundName(current, locale), ...standOf(ctx, current) },
    upcoming: upcoming && {
      name: roundName(upcoming, locale),
      state: draft ? 'Draft' : 'Not planned yet',
    },
    asks: asksWhetherToGoOn(program, current?.number ?? 0),
    last: endsSoonInWords(program),
    next: nextStep(program, draft, period?.key, locale, upcoming),
  }
}

/** One primary button: publish what is drafted, else plan what comes. */
function nextStep(
  program: Program,
  draft: RoundRow | undefined,
  period: string | undefined,
  locale: string,
  upcoming: Parameters<typeof roundName>[0] | undefined,
) {
  if (!upcoming) return null
  const name = roundName(upcoming, locale)
  if (draft)
    return { href: `/rounds/${draft.id}/publication`, label: `Look at ${name} and publish`, program: program.name }

  return {
    action: `/programs/${program.id}/rounds`,
    period: period ?? '',
    label: `Plan ${name}`,
    program: program.name,
  }
}

function standOf(ctx: Context, round: RoundRow): { counts: string; closed: boolean } {
  const duties = listDuties(ctx, [round.id])
  const of = (...states: string[]) => duties.filter(({ state }) => states.includes(state)).length
  const due = of('open', 'contacted', 'reflected', 'missed', 'declined')
  const parts = [
    `${of('reflected')} of ${due} reflected`,
    of('contacted') > 0 ? `${of('contacted')} contacted` : '',
    of('open') > 0 ? `${of('open')} open` : '',
    of('missed') > 0 ? `${of('missed')} missed` : '',
    of('declined') > 0 ? `${of('declined')} declined` : '',
  ]

  return { counts: parts.filter(Boolean).join(', '), closed: round.state === 'closed' }
}

/** What has to be there before the first program makes sense, each with where it is made. */
function missingParts(ctx: Context): { words: string; href: string }[] {
  const leaders = listMembers(ctx).filter(({ roles }) => roles.includes('leader')).length
  const touchpoints = listTouchpoints(ctx).length
  const parts = [
    leaders === 0 ? { words: 'Add the leaders who will make contacts', href: '/members' } : null,
    touchpoints === 0 ? { words: 'Describe a touchpoint, a way in to the company', href: '/touchpoints' } : null,
  ]

  return parts.filter((part) => part !== null)
}
