import type { Context } from '../../context.ts'
import { counted, listed } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { DEFAULT_PRESET, PRESETS, type RoundPeriod } from './cadence.ts'
import { lineupChoices } from './choice_pages.ts'
import { comingInWords, publishedSinceThisMonth, ROUNDS_LOOKED_AT, tooManyNoted, tooManyOf } from './coming_pages.ts'
import type { Asking } from './monthly_most.ts'
import { CADENCE_WORDS, isForLeadsOnly, type Program, upcomingPeriods } from './program.ts'
import { findLastPublished, listRoundsOf } from './round_store.ts'
import { getProgram, lineupOf } from './store.ts'

/** When a program comes round, as it is typed. */
export type TypedCadence = Pick<Program, 'startsOn' | 'recurrence' | 'endsAfterRounds' | 'endsOn'>

export function newProgramPage(ctx: Context, form = emptyForm(defaultsFor(ctx)), preview?: TypedCadence): View {
  return {
    ...formPage(ctx, form),
    ...(preview && previewOf(ctx, form, upcomingPeriods(preview, null, today(ctx), ROUNDS_LOOKED_AT), null)),
    title: 'Begin a program',
    back: { href: '/programs', label: 'Rotation' },
    action: '/programs',
    rounds: '/programs/coming',
    lineup: '/programs/lineup',
    button: 'Begin this program',
  }
}

export function changeProgramPage(ctx: Context, id: string, form?: Form, preview?: TypedCadence): View {
  const program = getProgram(ctx, id)
  const published = findLastPublished(ctx, id)
  const shown = form ?? emptyForm(typedFrom(ctx, program))

  return {
    ...formPage(ctx, shown),
    ...(!form && { tooMany: tooManyOf(ctx, program) }),
    ...(preview &&
      previewOf(ctx, shown, upcomingPeriods(preview, published ?? null, today(ctx), ROUNDS_LOOKED_AT), id)),
    title: `Change ${program.name}`,
    back: { href: `/programs/${id}`, label: program.name },
    action: `/programs/${id}`,
    rounds: `/programs/${id}/coming`,
    lineup: `/programs/${id}/lineup`,
    button: 'Save the change',
    version: versionToSend(form, program.version),
    begun: published !== undefined,
  }
}

export function retireProgramPage(ctx: Context, id: string): View {
  const program = getProgram(ctx, id)
  const drafts = listRoundsOf(ctx, id).filter(({ state }) => state === 'planned').length

  return {
    template: 'programs/retire',
    title: `End ${program.name}`,
    at: '/programs',
    width: 'narrow',
    program,
    drafts,
  }
}

/** The rounds that follow from what is typed, and whether they ask for more than may be made. */
function previewOf(ctx: Context, { typed }: Form, periods: readonly RoundPeriod[], id: string | null) {
  const number = (name: string) => Number([typed[name]].flat()[0])
  const isDealt = typed.contacts === 'per_round'
  const chosen = [typed.leaders ?? []].flat()
  const own: Asking = {
    name: '',
    rounds: [...(id === null ? [] : publishedSinceThisMonth(ctx, id)), ...periods],
    // What is asked of each is asked of whoever will be chosen.
    leaders: chosen.length === 0 && !isDealt ? [''] : chosen,
    contacts: isDealt ? { inAll: number('contactsPerRound') } : { each: number('contactsPerLeader') },
  }

  return { coming: comingInWords(ctx, periods), tooMany: tooManyNoted(ctx, own, id) }
}

function formPage(ctx: Context, form: Form): View {
  const choices = lineupChoices(ctx, form)
  const { smallestGroup, contactsPerMonth } = getOrganisation(ctx)
  const chosen = [form.typed.leaders ?? []].flat().length

  return {
    template: 'programs/form',
    title: '',
    at: '/programs',
    width: 'narrow',
    form,
    cadences: Object.entries(CADENCE_WORDS).map(([value, label]) => ({ value, label })),
    ...choices,
    missing: missingInWords(choices),
    smallestGroup,
    most: `A leader makes at most ${counted(contactsPerMonth, 'contact')} a month, over all programs.`,
    forLeadsOnly: isForLeadsOnly(chosen, smallestGroup),
  }
}

/** What has to be there before a program can send anybody anywhere. */
function missingInWords(there: Record<string, { options: readonly unknown[] }>): string | null {
  const missing = Object.keys(there).filter((name) => there[name]?.options.length === 0)

  return missing.length > 0
    ? `A program needs ${listed(missing)}, and there are none yet. Add them first, then fill this in.`
    : null
}

function defaultsFor(ctx: Context): Form['typed'] {
  const preset = PRESETS[DEFAULT_PRESET]

  return {
    cadence: DEFAULT_PRESET,
    startsOn: firstDayFor(today(ctx)).toString(),
    ends: 'after',
    endsAfter: String(preset.endsAfter ?? 6),
    contacts: 'per_leader',
    contactsPerLeader: '1',
    runsItself: 'no',
    planDaysAhead: '14',
    publishDaysAhead: '3',
    leaders: listMembers(ctx)
      .filter(({ roles }) => roles.includes('leader'))
      .map(({ id }) => id),
    touchpoints: listTouchpoints(ctx).map(({ id }) => id),
    scenarios: listScenarios(ctx).map(({ id }) => id),
  }
}

/** This month while half of it is left, else the next. */
function firstDayFor(day: Temporal.PlainDate): Temporal.PlainDate {
  const month = day.day <= 15 ? day : day.add({ months: 1 })

  return month.with({ day: 1 })
}

function typedFrom(ctx: Context, program: Program): Form['typed'] {
  const { leaders, touchpoints, scenarios } = lineupOf(ctx, program.id)

  return {
    name: program.name,
    aim: program.aim,
    cadence: program.cadence,
    rule: program.cadence === 'custom' ? program.recurrence : '',
    startsOn: program.startsOn,
    ends: program.endsAfterRounds !== null ? 'after' : program.endsOn !== null ? 'on' : 'never',
    endsAfter: program.endsAfterRounds === null ? '' : String(program.endsAfterRounds),
    endsOn: program.endsOn ?? '',
    contacts: program.contactsPerRound === null ? 'per_leader' : 'per_round',
    contactsPerLeader: String(program.contactsPerLeader),
    contactsPerRound: program.contactsPerRound === null ? '' : String(program.contactsPerRound),
    runsItself: program.runsItself ? 'yes' : 'no',
    planDaysAhead: String(program.planDaysAhead),
    publishDaysAhead: String(program.publishDaysAhead),
    leaders,
    touchpoints,
    scenarios,
  }
}
