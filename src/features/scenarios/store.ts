import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { inNameOrder, isSameName } from '../../lib/words.ts'
import { scenarios, scenarioTouchpoints, scenarioVersions } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { findOrganisation } from '../members/store.ts'
import type { ScenarioWords } from './scenario.ts'

type Head = typeof scenarios.$inferSelect
export type ScenarioVersion = typeof scenarioVersions.$inferSelect

/** A scenario with its newest words. */
export interface Scenario extends Head {
  words: ScenarioVersion
  touchpointIds: string[]
}

/** All by title; retired ones only when asked for, or only those for one touchpoint. */
export function listScenarios(ctx: Context, which: { retired?: boolean; touchpointId?: string } = {}): Scenario[] {
  const links = linksByScenario(ctx)
  const rows = selectNewest(ctx)
    .where(which.retired ? undefined : isNull(scenarios.retiredOn))
    .orderBy(asc(scenarios.id))
    .all()
    .map((row) => ({ ...row.scenario, words: row.words, touchpointIds: links.get(row.scenario.id) ?? [] }))

  const chosen = rows.filter(({ touchpointIds }) => !which.touchpointId || touchpointIds.includes(which.touchpointId))

  return inNameOrder(chosen, ({ title }) => title, findOrganisation(ctx)?.locale)
}

function findScenario(ctx: Context, id: string): Scenario | undefined {
  const row = selectNewest(ctx).where(eq(scenarios.id, id)).get()

  return row && { ...row.scenario, words: row.words, touchpointIds: linksByScenario(ctx).get(id) ?? [] }
}

export function getScenario(ctx: Context, id: string): Scenario {
  const found = findScenario(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such scenario.')

  return found
}

export function findScenarioByTitle(ctx: Context, title: string): Scenario | undefined {
  const all = ctx.db.select({ id: scenarios.id, title: scenarios.title }).from(scenarios).all()
  const namesake = all.find((scenario) => isSameName(scenario.title, title))

  return namesake && findScenario(ctx, namesake.id)
}

/** The newest first. */
export function listVersions(ctx: Context, scenarioId: string): ScenarioVersion[] {
  return ctx.db
    .select()
    .from(scenarioVersions)
    .where(eq(scenarioVersions.scenarioId, scenarioId))
    .orderBy(desc(scenarioVersions.number))
    .all()
}

export function getVersion(ctx: Context, scenarioId: string, number: number): ScenarioVersion {
  const found = listVersions(ctx, scenarioId).find((version) => version.number === number)
  if (!found) throw new Problem('not_found', 'There is no such version.')

  return found
}

export function insertScenario(ctx: Context, head: typeof scenarios.$inferInsert): void {
  ctx.db.insert(scenarios).values(head).run()
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateScenario(ctx: Context, id: string, shown: number, change: Partial<Head>): boolean {
  return saveShown(ctx.db, scenarios, { id, version: shown }, change)
}

export function markRetired(ctx: Context, id: string, retiredOn: string | null): void {
  ctx.db.update(scenarios).set({ retiredOn }).where(eq(scenarios.id, id)).run()
}

/** Versions are never changed: assignments hold on to them. */
export function insertVersion(ctx: Context, scenarioId: string, number: number, words: ScenarioWords): void {
  ctx.db
    .insert(scenarioVersions)
    .values({ id: ctx.newId(), scenarioId, number, ...words, details: [...words.details] })
    .run()
}

export function linkTouchpoints(ctx: Context, scenarioId: string, touchpointIds: readonly string[]): void {
  ctx.db.delete(scenarioTouchpoints).where(eq(scenarioTouchpoints.scenarioId, scenarioId)).run()
  for (const touchpointId of touchpointIds)
    ctx.db.insert(scenarioTouchpoints).values({ scenarioId, touchpointId }).run()
}

function selectNewest(ctx: Context) {
  return ctx.db
    .select({ scenario: scenarios, words: scenarioVersions })
    .from(scenarios)
    .innerJoin(
      scenarioVersions,
      and(eq(scenarioVersions.scenarioId, scenarios.id), eq(scenarioVersions.number, scenarios.version)),
    )
    .$dynamic()
}

function linksByScenario(ctx: Context): Map<string, string[]> {
  const rows = ctx.db.select().from(scenarioTouchpoints).orderBy(asc(scenarioTouchpoints.touchpointId)).all()
  const grouped = Map.groupBy(rows, (row) => row.scenarioId)

  return new Map([...grouped].map(([id, links]) => [id, links.map((link) => link.touchpointId)]))
}
