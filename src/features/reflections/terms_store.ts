import { asc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { standards, standardTurns } from '../../platform/db/tables.ts'
import { type Briefed, todayAt } from '../assignments/store.ts'
import { standardsToAsk } from '../touchpoints/standard.ts'
import { tempoOf } from './choices.ts'
import type { Terms } from './reflection.ts'

/** What the contact says about its reflection, with the standards that are asked. */
export function termsOf(ctx: Context, briefed: Briefed, standards: readonly string[]): Terms {
  const { assignment, touchpoint } = briefed
  const own = assignment.origin === 'own_initiative'

  return {
    tempo: tempoOf(touchpoint.channel),
    today: todayAt(ctx, briefed),
    earliest: own ? null : Temporal.PlainDate.from(assignment.fromDay),
    standards,
    answerDays: touchpoint.answerDays,
  }
}

/**
 * The standards whose turn it is. A form that was opened a while ago may have asked others: those count, as long as they are the
 * touchpoint's and as many, so that nobody leaves one out.
 */
export function standardsAsked(ctx: Context, touchpointId: string, asked: readonly string[] = []): string[] {
  const known = listStandardsAsked(ctx, touchpointId)
  const times = new Map(known.map(({ standard, times }) => [standard.id, times]))
  const inUse = known.map(({ standard }) => standard).filter((standard) => standard.retiredOn === null)
  const turn = standardsToAsk(inUse, times).map((standard) => standard.id)
  const theirs = [...new Set(asked)].filter((id) => times.has(id))

  return theirs.length === turn.length ? theirs : turn
}

/** Every standard a touchpoint ever had, with how often it was asked: they take turns. */
export function listStandardsAsked(ctx: Context, touchpointId: string) {
  return standardsOf(ctx.db).all({ touchpointId })
}

const standardsOf = preparedOnce((db) =>
  db
    .select({ standard: standards, times: sql<number>`coalesce(${standardTurns.times}, 0)` })
    .from(standards)
    .leftJoin(standardTurns, eq(standardTurns.standardId, standards.id))
    .where(eq(standards.touchpointId, sql.placeholder('touchpointId')))
    .orderBy(asc(standards.position))
    .prepare(),
)
