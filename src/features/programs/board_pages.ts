import type { Context } from '../../context.ts'
import { dayInWords, numberInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { listBlownUnread } from './blown_store.ts'
import { roundMatrix } from './board_matrix_pages.ts'
import { KEY } from './duty.ts'
import { owedPart } from './owed_pages.ts'
import { wholeNumber } from './paging.ts'
import { listBrokenDuties } from './placement_store.ts'
import { asksWhetherToGoOn, CADENCE_WORDS, endsSoonInWords, type Program } from './program.ts'
import { publishesItselfOn, roundName } from './round.ts'
import { listDuties, listRoundsOf, type RoundRow } from './round_store.ts'
import { listPrograms } from './store.ts'
import { currentRound, nextDraft, unplannedPeriods } from './upcoming.ts'

/** The lead's home: who owes a contact, how this round stands, when the next one comes, and the one thing to do now. */
export function boardPage(ctx: Context, asked: { retired: boolean; owed?: string | undefined }): View {
  const all = listPrograms(ctx, { retired: true })
  const programs = all.filter(({ retiredOn }) => asked.retired || !retiredOn)
  const owed = owedPart(ctx, wholeNumber(asked.owed))
  const lines = programs.map((program) => programLine(ctx, program))

  return {
    template: 'programs/board',
    title: 'Rotation',
    at: '/programs',
    heading: headingOf(programs, owed),
    owed,
    unfit: unfitInWords(ctx, programs),
    blown: blownLines(ctx),
    matrices: programs.flatMap((program) => roundMatrix(ctx, program, programs.length)),
    key: KEY,
    programs: lines,
    next: lines.find(({ next }) => next)?.next ?? null,
    asks: lines.filter(({ asks }) => asks),
    missing: programs.length === 0 ? missingParts(ctx) : [],
    showsRetired: asked.retired,
    hasRetired: all.some(({ retiredOn }) => retiredOn),
  }
}

/** "Nora Lindqvist’s cover at Billing line was blown on 10 June: they stay away until 10 June 2027." */
function blownLines(ctx: Context): { id: string; what: string; until: string }[] {
  const { locale, lockoutDays } = getOrganisation(ctx)

  return listBlownUnread(ctx).map(({ id, leader, touchpoint, on }) => {
    const day = Temporal.PlainDate.from(on)
    const what = `${leader}’s cover at ${touchpoint} was blown on ${dayInWords(day, locale, 'short')}`

    return { id, what, until: dayInWords(day.add({ days: lockoutDays }), locale) }
  })
}

function headingOf(programs: readonly Program[], { late, waiting }: { late: number; waiting: number }): string {
  if (programs.length === 0) return 'No program yet.'
  if (late > 0) return `${numberInWords(late)} ${late === 1 ? 'leader owes' : 'leaders owe'} something.`

  return waiting === 0 ? 'Nobody owes a contact.' : 'Everybody is in good time.'
}

/** Saving a change moves nothing that is published; what no longer fits waits for a lead. */
function unfitInWords(ctx: Context, programs: readonly Program[]): string | null {
  const running = programs.flatMap(({ id }) => listRoundsOf(ctx, id)).filter(({ state }) => state === 'published')
  const unfit = running.flatMap((round) => listBrokenDuties(ctx, round, 'open')).length
  if (unfit === 0) return null

  return `${numberInWords(unfit)} published ${unfit === 1 ? 'contact no longer fits' : 'contacts no longer fit'}.`
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
      state: draft ? draftInWords(ctx, program, draft) : 'Not planned yet',
    },
    hold: program.runsItself && draft ? holdOf(draft) : null,
    asks: asksWhetherToGoOn(program, current?.number ?? 0),
    last: endsSoonInWords(program),
    next: nextStep(program, draft, period?.key, locale, upcoming),
  }
}

function draftInWords(ctx: Context, program: Program, draft: RoundRow): string {
  if (draft.heldOn) return 'Draft, held'
  const day = publishesItselfOn(program, draft, today(ctx))

  return day ? `Draft, publishes itself on ${dayInWords(day, getOrganisation(ctx).locale, 'short')}` : 'Draft'
}

/** A draft that would publish itself can be held, from a phone too. */
function holdOf({ id, heldOn }: RoundRow) {
  return heldOn ? { id, noun: 'release', label: 'Let it publish itself' } : { id, noun: 'hold', label: 'Hold it' }
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
function missingParts(ctx: Context) {
  const leaders = listMembers(ctx).filter(({ roles }) => roles.includes('leader')).length
  const touchpoints = listTouchpoints(ctx)
  const scenarios = listScenarios(ctx)
  const fitting = scenarios.filter(({ touchpointIds }) => touchpoints.some(({ id }) => touchpointIds.includes(id)))
  const add = may(ctx.actor, 'manage_members') ? 'add' : 'ask an admin to add'
  const parts = [
    touchpoints.length === 0 ? { words: 'describe a touchpoint, a way in to the company', href: '/touchpoints' } : null,
    scenarios.length === 0 ? { words: 'copy a scenario, an errand to run there', href: '/scenarios/library' } : null,
    scenarios.length > 0 && fitting.length === 0
      ? { words: 'say which scenario fits there', href: '/scenarios' }
      : null,
    leaders === 0 ? { words: `${add} the leaders who will make contacts`, href: '/members' } : null,
  ]

  return parts.filter((part) => part !== null).map((part, i) => ({ ...part, when: i === 0 ? 'First' : 'Then' }))
}
