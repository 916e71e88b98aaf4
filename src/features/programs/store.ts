import { asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { inNameOrder, isSameName } from '../../lib/words.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { programLeaders, programScenarios, programs, programTouchpoints } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { findOrganisation } from '../members/store.ts'
import type { Program } from './program.ts'

/** Whom and what a program is made of, by id. */
export interface Lineup {
  leaders: string[]
  touchpoints: string[]
  scenarios: string[]
}

/** By name; those that ended only when asked for. */
export function listPrograms(ctx: Context, which: { retired: boolean } = { retired: false }): Program[] {
  const programs = programsOf(ctx.db).all({ retired: Number(which.retired) }) as Program[]

  return inNameOrder(programs, ({ name }) => name, findOrganisation(ctx)?.locale)
}

const programsOf = preparedOnce((db) =>
  db
    .select()
    .from(programs)
    .where(or(isNull(programs.retiredOn), sql`${sql.placeholder('retired')}`))
    .orderBy(asc(programs.id))
    .prepare(),
)

export function findProgram(ctx: Context, id: string): Program | undefined {
  return programOf(ctx.db).get({ id }) as Program | undefined
}

const programOf = preparedOnce((db) =>
  db
    .select()
    .from(programs)
    .where(eq(programs.id, sql.placeholder('id')))
    .prepare(),
)

export function getProgram(ctx: Context, id: string): Program {
  const found = findProgram(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such program.')

  return found
}

export function findProgramByName(ctx: Context, name: string): Pick<Program, 'id' | 'name' | 'retiredOn'> | undefined {
  const all = ctx.db
    .select({ id: programs.id, name: programs.name, retiredOn: programs.retiredOn })
    .from(programs)
    .all()

  return all.find((program) => isSameName(program.name, name))
}

export function insertProgram(ctx: Context, program: Omit<Program, 'version' | 'retiredOn' | 'endConfirmedOn'>): void {
  ctx.db.insert(programs).values(program).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateProgram(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<Program, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, programs, { id, version: shown }, change)
}

/** Everything the program was given, whether it is still in use or not. */
export function lineupOf(ctx: Context, programId: string): Lineup {
  return {
    leaders: leadersIn(ctx.db)
      .all({ programId })
      .map(({ id }) => id),
    touchpoints: touchpointsIn(ctx.db)
      .all({ programId })
      .map(({ id }) => id),
    scenarios: scenariosIn(ctx.db)
      .all({ programId })
      .map(({ id }) => id),
  }
}

const GIVEN = sql.placeholder('programId')

const leadersIn = preparedOnce((db) =>
  db.select({ id: programLeaders.memberId }).from(programLeaders).where(eq(programLeaders.programId, GIVEN)).prepare(),
)

const touchpointsIn = preparedOnce((db) =>
  db
    .select({ id: programTouchpoints.touchpointId })
    .from(programTouchpoints)
    .where(eq(programTouchpoints.programId, GIVEN))
    .prepare(),
)

const scenariosIn = preparedOnce((db) =>
  db
    .select({ id: programScenarios.scenarioId })
    .from(programScenarios)
    .where(eq(programScenarios.programId, GIVEN))
    .prepare(),
)

/** Whoever stays keeps the day they joined; who is new joins on `joinedOn`. */
export function setLineup(ctx: Context, programId: string, chosen: Lineup, joinedOn: string): void {
  const joined = new Map(
    ctx.db
      .select()
      .from(programLeaders)
      .where(eq(programLeaders.programId, programId))
      .all()
      .map((row) => [row.memberId, row.joinedOn]),
  )
  ctx.db.delete(programLeaders).where(eq(programLeaders.programId, programId)).run()
  ctx.db.delete(programTouchpoints).where(eq(programTouchpoints.programId, programId)).run()
  ctx.db.delete(programScenarios).where(eq(programScenarios.programId, programId)).run()
  for (const memberId of chosen.leaders)
    ctx.db
      .insert(programLeaders)
      .values({ programId, memberId, joinedOn: joined.get(memberId) ?? joinedOn })
      .run()
  for (const touchpointId of chosen.touchpoints)
    ctx.db.insert(programTouchpoints).values({ programId, touchpointId }).run()
  for (const scenarioId of chosen.scenarios) ctx.db.insert(programScenarios).values({ programId, scenarioId }).run()
}
