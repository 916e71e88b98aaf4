import { type Context, inTransaction } from '../../context.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { listMembers, today } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { asksWhetherToGoOn, type Program, ROUNDS_MORE, refuseRetired, upcomingPeriods } from './program.ts'
import { deleteDraft, findLastPublished, listRoundsOf } from './round_store.ts'
import { findProgramByName, getProgram, insertProgram, type Lineup, setLineup, updateProgram } from './store.ts'

export type ProgramDetails = Omit<Program, 'id' | 'version' | 'retiredOn' | 'endConfirmedOn'> & Lineup

/** Adds a program; gives the id. Throws Invalid if the name is taken or something chosen is not to be had. */
export function addProgram(ctx: Context, details: ProgramDetails): string {
  return inTransaction(ctx, (ctx) => {
    const { leaders, touchpoints, scenarios, ...program } = details
    const lineup = { leaders, touchpoints, scenarios }
    refuseTakenName(ctx, details.name)
    refuseFarAway(ctx, details.startsOn)
    refuseUnknown(ctx, lineup)
    const id = ctx.newId()
    insertProgram(ctx, { id, ...program })
    setLineup(ctx, id, lineup, details.startsOn)
    record(ctx, 'added', 'program', id)

    return id
  })
}

/**
 * Changes a program as it was shown in `version`; published rounds stay, drafts of periods that no longer come are taken back.
 * Throws a conflict if somebody else saved meanwhile.
 */
export function changeProgram(ctx: Context, id: string, version: number, details: ProgramDetails): void {
  inTransaction(ctx, (ctx) => {
    const before = getProgram(ctx, id)
    const { leaders, touchpoints, scenarios, ...program } = details
    const lineup = { leaders, touchpoints, scenarios }
    refuseRetired(before)
    refuseTakenName(ctx, details.name, id)
    if (details.startsOn !== before.startsOn) refuseFarAway(ctx, details.startsOn)
    refuseFewerThanPublished(ctx, id, details.endsAfterRounds)
    refuseUnknown(ctx, lineup)
    const endConfirmedOn = details.endsAfterRounds === before.endsAfterRounds ? before.endConfirmedOn : null
    if (!updateProgram(ctx, id, version, { ...program, endConfirmedOn })) throw changedMeanwhile()
    const joinedOn = findLastPublished(ctx, id) ? today(ctx).toString() : details.startsOn
    setLineup(ctx, id, lineup, joinedOn)
    takeBackDrafts(ctx, getProgram(ctx, id))
    record(ctx, 'changed', 'program', id)
  })
}

/** The program ends: drafts are taken back, what is published stays open to its leaders. Twice is once. */
export function retireProgram(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const program = getProgram(ctx, id)
    if (program.retiredOn) return
    updateProgram(ctx, id, program.version, { retiredOn: today(ctx).toString() })
    for (const round of listRoundsOf(ctx, id)) if (round.state === 'planned') deleteDraft(ctx, round.id)
    record(ctx, 'retired', 'program', id)
  })
}

/** *A day a month for six months* goes on for six more. Answered twice is answered once. */
export function extendProgram(ctx: Context, id: string): void {
  answerEnd(ctx, id, 'extended', ({ endsAfterRounds }) => ({ endsAfterRounds: (endsAfterRounds ?? 0) + ROUNDS_MORE }))
}

/** It ends after its last round, and nobody is asked again. */
export function letProgramEnd(ctx: Context, id: string): void {
  answerEnd(ctx, id, 'let end', () => ({ endConfirmedOn: today(ctx).toString() }))
}

function answerEnd(ctx: Context, id: string, done: string, change: (program: Program) => Partial<Program>): void {
  inTransaction(ctx, (ctx) => {
    const program = getProgram(ctx, id)
    if (!asksWhetherToGoOn(program, findLastPublished(ctx, id)?.number ?? 0)) return
    updateProgram(ctx, id, program.version, change(program))
    record(ctx, done, 'program', id)
  })
}

/** A changed cadence applies from the next unpublished round: drafts of periods that no longer come would plan days twice. */
function takeBackDrafts(ctx: Context, program: Program): void {
  const drafts = listRoundsOf(ctx, program.id).filter(({ state }) => state === 'planned')
  const last = findLastPublished(ctx, program.id) ?? null
  const coming = upcomingPeriods(program, last, today(ctx), drafts.length)
  const stays = new Set(coming.map((period) => `${period.startsOn} ${period.endsOn}`))
  for (const draft of drafts) if (!stays.has(`${draft.startsOn} ${draft.endsOn}`)) deleteDraft(ctx, draft.id)
}

function refuseTakenName(ctx: Context, name: string, ownId?: string): void {
  const other = findProgramByName(ctx, name)
  if (!other || other.id === ownId) return

  throw new Invalid({
    name: other.retiredOn ? 'A program that ended has this name.' : 'There is a program of this name already.',
  })
}

/** Years of rounds that were never planned would have to be skipped one by one; a year far ahead is a slip of the finger. */
function refuseFarAway(ctx: Context, startsOn: string): void {
  if (startsOn < today(ctx).subtract({ years: 2 }).toString())
    throw new Invalid({ startsOn: 'Choose a first day within the last two years, or a later one.' })
  if (startsOn > today(ctx).add({ years: 10 }).toString())
    throw new Invalid({ startsOn: 'Choose a first day within the next ten years.' })
}

function refuseFewerThanPublished(ctx: Context, id: string, endsAfterRounds: number | null): void {
  const published = findLastPublished(ctx, id)?.number ?? 0
  if (endsAfterRounds !== null && endsAfterRounds < published)
    throw new Invalid({ endsAfter: `Round ${published} is published already. It cannot end earlier than that.` })
}

function refuseUnknown(ctx: Context, lineup: Lineup): void {
  const leaders = listMembers(ctx).filter(({ roles }) => roles.includes('leader'))
  const touchpoints = listTouchpoints(ctx)
  const scenarios = listScenarios(ctx)
  const complaints: [keyof Lineup, boolean, string][] = [
    ['leaders', isAmong(lineup.leaders, leaders), 'Choose from the leaders shown.'],
    ['touchpoints', isAmong(lineup.touchpoints, touchpoints), 'Choose from the touchpoints shown.'],
    ['scenarios', isAmong(lineup.scenarios, scenarios), 'Choose from the scenarios shown.'],
    ['scenarios', fitsSomewhere(lineup, scenarios), 'None of these scenarios fits a touchpoint that is chosen.'],
  ]
  const wrong = complaints.filter(([, right]) => !right)
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong.reverse().map(([name, , words]) => [name, words])))
}

function isAmong(ids: readonly string[], known: readonly { id: string }[]): boolean {
  const all = new Set(known.map(({ id }) => id))

  return ids.every((id) => all.has(id))
}

function fitsSomewhere(lineup: Lineup, scenarios: readonly { id: string; touchpointIds: string[] }[]): boolean {
  return scenarios.some(
    ({ id, touchpointIds }) =>
      lineup.scenarios.includes(id) && touchpointIds.some((touchpoint) => lineup.touchpoints.includes(touchpoint)),
  )
}

function changedMeanwhile(): Problem {
  return new Problem(
    'conflict',
    'Somebody else changed this program while you were typing. Your words are below; look at theirs, then save again.',
  )
}
