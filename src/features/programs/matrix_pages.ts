import type { Context } from '../../context.ts'
import { numberInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'
import { comingInWords, tooManyOf } from './coming_pages.ts'
import { KEY } from './duty.ts'
import { statedFigures } from './fairness_pages.ts'
import { columnsFrom, listColumns, neighbours, openingNumber } from './matrix_columns.ts'
import { getMatrixFacts, type MatrixFacts } from './matrix_store.ts'
import { obstacles } from './obstacle_pages.ts'
import { wholeNumber } from './paging.ts'
import { asksWhetherToGoOn, endsSoonInWords, isForLeadsOnly } from './program.ts'
import { programFacts } from './program_facts.ts'
import { type RoundColumn, rotation, roundIdsOf } from './rotation_pages.ts'
import { roundName, roundsName } from './round.ts'
import { listRoundsOf } from './round_store.ts'
import { getProgram } from './store.ts'
import { currentRound, nextDraft, unplannedPeriods } from './upcoming.ts'

/** A program: its rotation as a matrix, whether it is fair, what stands in the way, and what it is made of. */
export function programPage(ctx: Context, id: string, asked: { rounds?: string; leaders?: string } = {}): View {
  const program = getProgram(ctx, id)
  const stored = listRoundsOf(ctx, id)
  const ahead = unplannedPeriods(program, stored, today(ctx), 12)
  const columns = listColumns(stored, ahead)
  const shown = columnsFrom(columns, wholeNumber(asked.rounds) ?? openingNumber(columns, today(ctx)))
  const facts = getMatrixFacts(ctx, id, roundIdsOf(shown))
  const { locale } = getOrganisation(ctx)

  return {
    template: 'programs/show',
    ...{ title: program.name, at: '/programs' },
    program,
    heading: headingOf(facts, locale),
    pager: roundPager(columns, shown, locale),
    roundsFrom: shown[0]?.number ?? 1,
    key: KEY,
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
    tooMany: tooManyOf(ctx, program),
    facts: programFacts(program, facts, locale),
    coming: comingInWords(ctx, ahead),
  }
}

/** The words beside the question whether it goes on. */
function goesOn({ program }: Pick<MatrixFacts, 'program'>) {
  return { id: program.id, name: program.name, last: endsSoonInWords(program) }
}

/** "March to June is a draft. One place is unfilled." Whichever rounds are shown: it is what comes next. */
function headingOf({ program, stored }: MatrixFacts, locale: string): string {
  if (program.retiredOn) return `${program.name} has ended.`
  if (stored.length === 0) return 'Nothing is planned yet.'
  const drafts = stored.filter(({ state }) => state === 'planned')
  const open = drafts.reduce((sum, { gaps }) => sum + gaps.length, 0)
  const [first, last] = [drafts[0], drafts.at(-1)]
  if (!first || !last)
    return stored.some(({ state }) => state === 'published')
      ? 'What is planned is published.'
      : 'Every planned round is closed.'
  const span = first === last ? roundName(first, locale) : roundsName(first, last, locale, false)

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

function roundPager(columns: readonly RoundColumn[], shown: readonly RoundColumn[], locale: string) {
  const { before, after } = neighbours(columns, shown)

  return [before, shown, after].flatMap((six) => {
    const [first, last] = [six[0], six.at(-1)]
    if (!first || !last) return []

    return [{ from: first.number, label: roundsName(first, last, locale), here: six === shown }]
  })
}
