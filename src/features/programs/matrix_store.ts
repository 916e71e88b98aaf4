import { asc } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { absences } from '../../platform/db/tables.ts'
import { listMembers, type MemberRow } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints, type TouchpointRow } from '../touchpoints/store.ts'
import type { Program } from './program.ts'
import { type Duty, listDuties, listRoundsOf, type RoundRow } from './round_store.ts'
import { getProgram, lineupOf } from './store.ts'

/** What the pages of a program show, read once. */
export interface MatrixFacts {
  program: Program
  stored: RoundRow[]
  /** Those in the program who are still here. */
  leaders: MemberRow[]
  /** And those who were, as long as something of theirs is there to see. */
  shownLeaders: MemberRow[]
  touchpoints: TouchpointRow[]
  scenarios: { id: string; title: string; touchpointIds: string[] }[]
  duties: Duty[]
  absences: Map<string, { from: string; to: string }[]>
  /** Names of leaders and touchpoints by id, those of former ones too. */
  names: ReadonlyMap<string, string>
}

export function getMatrixFacts(ctx: Context, id: string): MatrixFacts {
  const lineup = lineupOf(ctx, id)
  const stored = listRoundsOf(ctx, id)
  const duties = listDuties(
    ctx,
    stored.map((round) => round.id),
  )
  const everybody = listMembers(ctx, { retired: true })
  const places = listTouchpoints(ctx, { retired: true })
  const met = new Set(duties.map(({ leaderId }) => leaderId))
  const isIn = (one: MemberRow) => lineup.leaders.includes(one.id) && !one.retiredOn && one.roles.includes('leader')

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

function listAbsences(ctx: Context): MatrixFacts['absences'] {
  const rows = ctx.db.select().from(absences).orderBy(asc(absences.fromDay)).all()
  const grouped = Map.groupBy(rows, ({ memberId }) => memberId)

  return new Map(
    [...grouped].map(([id, away]) => [id, away.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay }))]),
  )
}
