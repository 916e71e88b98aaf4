import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  contextNotes,
  members,
  ownAnswers,
  programQuestions,
  reflectionReleases,
  reflections,
} from '../../platform/db/tables.ts'
import { TEXT_NAMES } from './fields.ts'
import type { ReleaseState } from './release.ts'
import type { ReflectionRow } from './store.ts'

export type ReleaseRow = typeof reflectionReleases.$inferSelect

export function getRelease(ctx: Context, reflectionId: string): ReleaseRow {
  const found = ctx.db.select().from(reflectionReleases).where(eq(reflectionReleases.reflectionId, reflectionId)).get()
  if (!found) throw new RangeError(`reflection ${reflectionId} has no state of release`)

  return found
}

/** A revised text is unreleased again, whatever was decided about the one before. */
export function writeAnew(ctx: Context, reflectionId: string, writtenOn: string): void {
  const anew = { state: 'unreleased', leftToLead: false, decidedOn: null, decidedBy: null, note: '' } as const
  ctx.db
    .update(reflectionReleases)
    .set({ ...anew, writtenOn })
    .where(eq(reflectionReleases.reflectionId, reflectionId))
    .run()
}

/** A lead's decision, or with nobody's id its own. */
export function decide(
  ctx: Context,
  reflectionId: string,
  decision: { state: Exclude<ReleaseState, 'unreleased'>; note: string; by: string | null; on: string },
): void {
  saveDecision(ctx.db).run({ reflectionId, ...decision })
}

const saveDecision = preparedOnce((db) =>
  db
    .update(reflectionReleases)
    .set({
      state: sql`${sql.placeholder('state')}`,
      note: sql`${sql.placeholder('note')}`,
      decidedBy: sql`${sql.placeholder('by')}`,
      decidedOn: sql`${sql.placeholder('on')}`,
    })
    .where(eq(reflectionReleases.reflectionId, sql.placeholder('reflectionId')))
    .prepare(),
)

export function leaveToLead(ctx: Context, reflectionId: string): void {
  ctx.db
    .update(reflectionReleases)
    .set({ leftToLead: true })
    .where(eq(reflectionReleases.reflectionId, reflectionId))
    .run()
}

/** Unreleased ones on which Plainclothes has not looked yet, written on a day or before; the oldest first. */
export function listDue(ctx: Context, writtenBy: string, most: number): ReflectionRow[] {
  return dueBy(ctx.db)
    .all({ writtenBy, most })
    .map(({ reflection }) => reflection)
}

const dueBy = preparedOnce((db) =>
  db
    .select({ reflection: reflections })
    .from(reflectionReleases)
    .innerJoin(reflections, eq(reflections.id, reflectionReleases.reflectionId))
    .where(
      and(
        eq(reflectionReleases.state, 'unreleased'),
        eq(reflectionReleases.leftToLead, false),
        lte(reflectionReleases.writtenOn, sql.placeholder('writtenBy')),
      ),
    )
    .orderBy(asc(reflectionReleases.writtenOn))
    .limit(sql.placeholder('most'))
    .prepare(),
)

/** Every text that would be released: the form's, and those given to the program's own questions. */
export function textsOf(ctx: Context, row: ReflectionRow): string[] {
  const own = ownTexts(ctx.db).all({ id: row.id })

  return [...TEXT_NAMES.map((name) => row[name]), ...own.map(({ answer }) => answer)].filter((text) => text !== '')
}

const ownTexts = preparedOnce((db) =>
  db
    .select({ answer: ownAnswers.answer })
    .from(ownAnswers)
    .innerJoin(programQuestions, eq(programQuestions.id, ownAnswers.questionVersionId))
    .where(and(eq(ownAnswers.reflectionId, sql.placeholder('id')), eq(programQuestions.kind, 'text')))
    .prepare(),
)

export type NotedField = (typeof contextNotes.$inferSelect)['field']

/** What an owner put beside one text of a reflection. */
export function findContextNote(ctx: Context, reflectionId: string, field: NotedField) {
  return listContextNotes(ctx, reflectionId).find((note) => note.field === field)
}

/** Beside any of its texts. */
export function listContextNotes(ctx: Context, reflectionId: string) {
  return ctx.db
    .select({
      field: contextNotes.field,
      words: contextNotes.words,
      addedOn: contextNotes.addedOn,
      by: members.name,
    })
    .from(contextNotes)
    .innerJoin(members, eq(members.id, contextNotes.memberId))
    .where(eq(contextNotes.reflectionId, reflectionId))
    .orderBy(asc(contextNotes.field))
    .all()
}

/** One note; written again within the week it replaces the one before. */
export function putContextNote(ctx: Context, row: typeof contextNotes.$inferInsert): void {
  const { words, addedOn, memberId } = row
  ctx.db
    .insert(contextNotes)
    .values(row)
    .onConflictDoUpdate({ target: [contextNotes.reflectionId, contextNotes.field], set: { words, addedOn, memberId } })
    .run()
}
