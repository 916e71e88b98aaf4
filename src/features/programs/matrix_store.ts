import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Daypart } from '../../lib/days.ts'
import { absences, assignments, rounds } from '../../platform/db/tables.ts'
import { listMembers, type MemberRow } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints, type TouchpointRow } from '../touchpoints/store.ts'
import { isLoad, isShown } from './duty.ts'
import type { Carried } from './fairness.ts'
import type { Program } from './program.ts'
import { type Duty, listDuties, listRoundsOf, type RoundRow } from './round_store.ts'
import { getProgram, lineupOf } from './store.ts'

/** What the pages of a program show, read once. */
export interface MatrixFacts {
  program: Program
  stored: RoundRow[]
  /** Those in the program who are still here. */
  leaders: MemberRow[]
  /** And those who were, as long as something of theirs stands in the rounds shown. */
  shownLeaders: MemberRow[]
  touchpoints: TouchpointRow[]
  scenarios: { id: string; title: string; touchpointIds: string[] }[]
  /** In the rounds shown. */
  duties: Duty[]
  absences: Map<string, { from: string; to: string }[]>
  /** Names of leaders and touchpoints by id, those of former ones too. */
  names: ReadonlyMap<string, string>
}

/** Of the contacts only those in the rounds shown: after two years of 500 leaders all of them are 12,000. */
export function getMatrixFacts(ctx: Context, id: string, shownRoundIds: readonly string[]): MatrixFacts {
  const lineup = lineupOf(ctx, id)
  const stored = listRoundsOf(ctx, id)
  const duties = listDuties(ctx, shownRoundIds)
  const everybody = listMembers(ctx, { retired: true })
  const places = listTouchpoints(ctx, { retired: true })
  const met = new Set(duties.filter(({ state }) => isShown(state)).map(({ leaderId }) => leaderId))
  const chosen = new Set(lineup.leaders)
  const isIn = (one: MemberRow) => chosen.has(one.id) && !one.retiredOn && one.roles.includes('leader')

  return {
    program: getProgram(ctx, id),
    stored,
    leaders: everybody.filter(isIn),
    shownLeaders: everybody.filter((one) => isIn(one) || met.has(one.id)),
    touchpoints: places.filter((place) => lineup.touchpoints.includes(place.id) && !place.retiredOn),
    scenarios: listScenarios(ctx).filter((scenario) => lineup.scenarios.includes(scenario.id)),
    duties,
    absences: listAbsences(ctx),
    names: new Map([...everybody, ...places].map((one) => [one.id, one.name])),
  }
}

/** Everything leaders were given in a program and carried, whenever: what fairness is counted from. */
export function listCarried(ctx: Context, programId: string): CarriedRow[] {
  return ctx.db
    .select({
      leaderId: assignments.leaderId,
      touchpointId: assignments.touchpointId,
      roundId: assignments.roundId,
      fromDay: assignments.fromDay,
      toDay: assignments.toDay,
      contactedOn: assignments.contactedOn,
      daypart: assignments.daypart,
      state: assignments.state,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(eq(rounds.programId, programId))
    .all()
    .filter(({ state }) => isLoad(state))
}

export type CarriedRow = Carried & { daypart: Daypart | null; state: string }

/** Names of leaders and touchpoints by id, those of former ones too. */
export function listNames(ctx: Context): ReadonlyMap<string, string> {
  const everything = [...listMembers(ctx, { retired: true }), ...listTouchpoints(ctx, { retired: true })]

  return new Map(everything.map((one) => [one.id, one.name]))
}

function listAbsences(ctx: Context): MatrixFacts['absences'] {
  const rows = ctx.db.select().from(absences).orderBy(asc(absences.fromDay)).all()
  const grouped = Map.groupBy(rows, ({ memberId }) => memberId)

  return new Map(
    [...grouped].map(([id, away]) => [id, away.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay }))]),
  )
}
