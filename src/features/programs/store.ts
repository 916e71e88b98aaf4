import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { programLeaders, programScenarios, programs, programTouchpoints } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import type { Program } from './program.ts'

/** Whom and what a program is made of, by id. */
export interface Lineup {
  leaders: string[]
  touchpoints: string[]
  scenarios: string[]
}

/** By name; those that ended only when asked for. */
export function listPrograms(ctx: Context, which: { retired: boolean } = { retired: false }): Program[] {
  return ctx.db
    .select()
    .from(programs)
    .where(which.retired ? undefined : isNull(programs.retiredOn))
    .orderBy(asc(sql`lower(${programs.name})`), asc(programs.id))
    .all() as Program[]
}

export function findProgram(ctx: Context, id: string): Program | undefined {
  return ctx.db.select().from(programs).where(eq(programs.id, id)).get() as Program | undefined
}

export function getProgram(ctx: Context, id: string): Program {
  const found = findProgram(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such program.')

  return found
}

export function findProgramByName(ctx: Context, name: string): { id: string } | undefined {
  return ctx.db
    .select({ id: programs.id })
    .from(programs)
    .where(sql`lower(${programs.name}) = ${name.toLowerCase()}`)
    .get()
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
  const leaders = ctx.db.select().from(programLeaders).where(eq(programLeaders.programId, programId)).all()
  const places = ctx.db.select().from(programTouchpoints).where(eq(programTouchpoints.programId, programId)).all()
  const errands = ctx.db.select().from(programScenarios).where(eq(programScenarios.programId, programId)).all()

  return {
    leaders: leaders.map(({ memberId }) => memberId),
    touchpoints: places.map(({ touchpointId }) => touchpointId),
    scenarios: errands.map(({ scenarioId }) => scenarioId),
  }
}

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
