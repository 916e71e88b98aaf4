import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { standards } from '../../platform/db/tables.ts'
import { measureName, type Origin } from './origin.ts'

/** Throws where what it is raised from is not there; a reflection is looked up by whoever reads it. */
export function refuseUnknownOrigin(ctx: Context, { measure, standardId }: Origin): void {
  if (measure !== null && measureName(measure) === undefined)
    throw new Problem('not_found', 'There is no such measure.')
  if (standardId !== null && !findStandard(ctx, standardId))
    throw new Problem('not_found', 'There is no such standard.')
}

export function findStandard(ctx: Context, id: string) {
  return ctx.db.select().from(standards).where(eq(standards.id, id)).get()
}
