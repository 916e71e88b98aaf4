import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { differences, type Founding, type OrganisationSettings } from './organisation.ts'
import { insertOrganisation, updateOrganisation } from './organisation_store.ts'
import { getOrganisation } from './store.ts'

/** The company begins. */
export function foundOrganisation(ctx: Context, founding: Founding): void {
  inTransaction(ctx, (ctx) => {
    insertOrganisation(ctx, founding)
    record(ctx, 'set up', 'organisation', '1', { name: founding.name })
  })
}

/** Changes the settings as they were shown in `version`. Throws a conflict if somebody else saved meanwhile. */
export function changeSettings(ctx: Context, version: number, settings: OrganisationSettings): void {
  inTransaction(ctx, (ctx) => {
    const changed = differences<OrganisationSettings>(getOrganisation(ctx), settings)
    if (!updateOrganisation(ctx, version, settings)) throw changedMeanwhile()
    record(ctx, 'changed', 'organisation', '1', changed)
  })
}
