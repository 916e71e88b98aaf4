import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { organisation } from '../../platform/db/tables.ts'
import type { Founding, OrganisationSettings } from './organisation.ts'

export function insertOrganisation(ctx: Context, founding: Founding): void {
  ctx.db
    .insert(organisation)
    .values({ id: 1, ...founding })
    .run()
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateOrganisation(ctx: Context, shown: number, settings: OrganisationSettings): boolean {
  const saved = ctx.db
    .update(organisation)
    .set({ ...settings, version: shown + 1 })
    .where(and(eq(organisation.id, 1), eq(organisation.version, shown)))
    .run()

  return saved.changes === 1
}
