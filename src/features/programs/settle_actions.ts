import { type Context, inTransaction } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation, today } from '../members/store.ts'
import type { Plannings } from './large_plan_actions.ts'
import { listBrokenDuties } from './placement_store.ts'
import { type Program, upcomingPeriods } from './program.ts'
import type { Planner } from './rotation_problem.ts'
import { isDueToClose, isDueToPlan, isDueToPublish, isWindowOver } from './round.ts'
import { drawAgain, planRound, publishRound } from './round_actions.ts'
import {
  deleteDraft,
  findLastPublished,
  listDuties,
  listOpenUntil,
  listRoundsOf,
  listRoundsToClose,
  updateAssignment,
  updateRound,
} from './round_store.ts'
import { getProgram, listPrograms } from './store.ts'

/** An open contact whose last day at the touchpoint is over was missed. Harmless twice: the missed are no longer open. */
export function missOverdue(ctx: Context): void {
  inTransaction(ctx, (ctx) => {
    const furthest = dayIn('Pacific/Kiritimati', ctx.now).toString()
    for (const duty of listOpenUntil(ctx, furthest)) {
      if (!isWindowOver(duty.toDay, dayIn(duty.touchpointZone, ctx.now))) continue
      updateAssignment(ctx, duty.id, duty.version, { state: 'missed' })
      record(ctx, 'missed', 'assignment', duty.id)
    }
  })
}

/** A published round closes by itself so many days after its last window; a draft whose days have all passed is no round any more. */
export function closeRounds(ctx: Context): void {
  inTransaction(ctx, (ctx) => {
    const closesAfterDays = getOrganisation(ctx).roundClosesAfterDays
    for (const { round, lastWindowDay } of listRoundsToClose(ctx)) {
      if (!isDueToClose(lastWindowDay, today(ctx), closesAfterDays)) continue
      updateRound(ctx, round.id, round.version, { state: 'closed', closedOn: today(ctx).toString() })
      record(ctx, 'closed', 'round', round.id)
    }
    for (const program of listPrograms(ctx))
      for (const round of listRoundsOf(ctx, program.id)) {
        if (round.state !== 'planned' || !isWindowOver(round.endsOn, today(ctx))) continue
        deleteDraft(ctx, round.id)
        record(ctx, 'dropped', 'round', round.id, { program: program.id, period: round.period })
      }
  })
}

/**
 * Programs that run themselves: plans what is due, publishes what is due and not held. What was due while the server was down is due
 * still, and a round that is there already stays as it is, so nothing happens twice.
 */
export function runPrograms(ctx: Context, plannings: Plannings): void {
  for (const program of listPrograms(ctx))
    if (program.runsItself) plannings.begin(ctx, program.id, (ctx, planner) => runProgram(ctx, program.id, planner))
}

function runProgram(ctx: Context, programId: string, planner: Planner): string {
  inTransaction(ctx, (ctx) => {
    const program = getProgram(ctx, programId)
    if (program.retiredOn !== null || !program.runsItself) return
    planDue(ctx, program, planner)
    publishDue(ctx, program, planner)
  })

  return `/programs/${programId}`
}

function planDue(ctx: Context, program: Program, planner: Planner): void {
  const last = findLastPublished(ctx, program.id) ?? null
  const planned = new Set(listRoundsOf(ctx, program.id).map(({ period }) => period))
  const tomorrow = today(ctx).add({ days: 1 })
  for (const period of upcomingPeriods(program, last, tomorrow, 1 + planned.size + MOST_DUE_AT_ONCE)) {
    if (!isDueToPlan(program, period, today(ctx))) return
    if (!planned.has(period.key)) planRound(ctx, program.id, period.key, planner)
  }
}

/** Weekly rounds planned two months ahead. */
const MOST_DUE_AT_ONCE = 9

/** A draft that no longer keeps the rules is drawn again first; where that does not help (a lead chose it by hand, nobody is in it) it waits for the lead. */
function publishDue(ctx: Context, program: Program, planner: Planner): void {
  for (const round of listRoundsOf(ctx, program.id)) {
    if (round.state !== 'planned') continue
    if (!isDueToPublish(program, round, today(ctx))) return
    const stands = round.programVersion === program.version && listBrokenDuties(ctx, round).length === 0
    if (!stands) drawAgain(ctx, round.id, planner)
    if (isEmpty(ctx, round.id) || (!stands && listBrokenDuties(ctx, round).length > 0)) return
    publishRound(ctx, round.id)
  }
}

function isEmpty(ctx: Context, roundId: string): boolean {
  return listDuties(ctx, [roundId]).every(({ state }) => state !== 'planned')
}
