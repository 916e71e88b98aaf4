import type { Context } from '../../context.ts'
import { organisation } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import type { Founding, OrganisationSettings } from './organisation.ts'

export function insertOrganisation(ctx: Context, founding: Founding): void {
  ctx.db
    .insert(organisation)
    .values({ id: 1, ...founding })
    .run()
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateOrganisation(ctx: Context, shown: number, settings: OrganisationSettings): boolean {
  return saveShown(ctx.db, organisation, { id: 1, version: shown }, settings)
}
