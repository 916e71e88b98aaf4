import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import {
  auditEntries,
  departments,
  letters,
  members,
  programs,
  rounds,
  scenarios,
  standards,
  touchpoints,
} from '../../platform/db/tables.ts'
import { getOrganisation } from '../members/store.ts'
import { monthNamer } from '../months/month_words.ts'
import { findClosedSpan } from '../months/published_store.ts'
import { closedSpanInWords } from '../months/span_words.ts'

export type AuditEntry = typeof auditEntries.$inferSelect & { actor: string | null }

/**
 * Newest day first, and within a day in no order of time: an admin who knows when they did something would learn when a leader began
 * beside it. With a member, what they did and what was done to them. One more than asked for tells that there are more.
 */
export function listEntries(
  ctx: Context,
  which: { memberId: string | undefined; from: number; most: number },
): AuditEntry[] {
  const { memberId, from, most } = which
  const aboutMember =
    memberId === undefined
      ? undefined
      : or(
          eq(auditEntries.actorId, memberId),
          and(eq(auditEntries.subject, 'member'), eq(auditEntries.subjectId, memberId)),
        )

  return ctx.db
    .select({ entry: auditEntries, actor: members.name })
    .from(auditEntries)
    .leftJoin(members, eq(members.id, auditEntries.actorId))
    .where(aboutMember)
    .orderBy(desc(auditEntries.day), desc(auditEntries.id))
    .limit(most)
    .offset(from)
    .all()
    .map(({ entry, actor }) => ({ ...entry, actor }))
}

/** The names of what entries are about, by kind and id, as far as they have one that an admin may read. */
export function namesOf(ctx: Context, entries: readonly AuditEntry[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const [kind, read] of Object.entries(NAMED)) {
    const ids = entries.filter(({ subject }) => subject === kind).map(({ subjectId }) => subjectId)
    if (ids.length === 0) continue
    for (const { id, name } of read(ctx, [...new Set(ids)])) names.set(`${kind} ${id}`, name)
  }

  return names
}

type Reader = (ctx: Context, ids: string[]) => { id: string; name: string }[]

/** An assignment or a reflection has no name here: who contacts what is not for an admin to read. */
const NAMED: Readonly<Record<string, Reader>> = {
  member: ({ db }, ids) =>
    db.select({ id: members.id, name: members.name }).from(members).where(inArray(members.id, ids)).all(),
  department: ({ db }, ids) =>
    db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(inArray(departments.id, ids))
      .all(),
  touchpoint: ({ db }, ids) =>
    db
      .select({ id: touchpoints.id, name: touchpoints.name })
      .from(touchpoints)
      .where(inArray(touchpoints.id, ids))
      .all(),
  standard: ({ db }, ids) =>
    db.select({ id: standards.id, name: standards.statement }).from(standards).where(inArray(standards.id, ids)).all(),
  scenario: ({ db }, ids) =>
    db.select({ id: scenarios.id, name: scenarios.title }).from(scenarios).where(inArray(scenarios.id, ids)).all(),
  program: ({ db }, ids) =>
    db.select({ id: programs.id, name: programs.name }).from(programs).where(inArray(programs.id, ids)).all(),
  round: ({ db }, ids) =>
    db
      .select({ id: rounds.id, name: sql<string>`${rounds.period} || ' of ' || ${programs.name}` })
      .from(rounds)
      .innerJoin(programs, eq(programs.id, rounds.programId))
      .where(inArray(rounds.id, ids))
      .all(),
  month: (ctx, ids) => {
    const name = monthNamer(getOrganisation(ctx).locale)

    return ids.map((id) => ({ id, name: closedSpanInWords(id, findClosedSpan(ctx, id), name) }))
  },
  letter: ({ db }, ids) =>
    db.select({ id: letters.id, name: letters.toName }).from(letters).where(inArray(letters.id, ids)).all(),
}
