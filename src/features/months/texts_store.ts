/** Released words of contacts at touchpoints of which some figure is shown: what a lead may choose to share. */
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { publishedTexts } from '../../platform/db/tables.ts'
import { TOOK_PART } from './measures.ts'

export interface ShareableText {
  reflectionId: string
  field: (typeof publishedTexts.$inferSelect)['field']
  words: string
  touchpointId: string
  touchpoint: string
  /** Null: a lead did not choose it. */
  shared: { by: string; on: string } | null
}

/**
 * A figure that enough leaders' contacts stand behind. Who took part is no such figure: five assigned leaders are not five who made a
 * contact, and words of two of these would be told by whom.
 */
const SHOWN = sql`breakdown = 'touchpoint' and shown and measure <> ${TOOK_PART.key}`

/** The newest first. */
export function listSpansWithTexts(ctx: Context): string[] {
  const rows = ctx.db.all<{ span: string }>(sql`
    select span, max(last_month) as last from published_cells where ${SHOWN}
    group by span order by last desc, span`)

  return rows.map(({ span }) => span)
}

/** In no order that tells when anything was written: ids are random. */
export function listShareable(ctx: Context, span: string, reflectionId: string | null = null): ShareableText[] {
  return ctx.db
    .all<Omit<ShareableText, 'shared'> & { by: string | null; on: string | null }>(sql`
      with places as (
        select distinct slice, first_month, last_month from published_cells
        where ${SHOWN} and span = ${span}
      ), texts as (
        select r.id, f.touchpoint_id, json_array('story', r.story, 'phrase', r.phrase, 'well_done', r.well_done, 'belief', r.belief,
          'business_reason', r.business_reason, 'unsaid', r.unsaid) as texts
        from places join frozen_contacts f on f.touchpoint_id = places.slice and f.month between first_month and last_month
          join reflections r on r.id = f.reflection_id
          join reflection_releases s on s.reflection_id = r.id and s.state = 'released'
        where ${reflectionId} is null or r.id = ${reflectionId}
      )
      select texts.id as reflectionId, name.value as field, said.value as words, texts.touchpoint_id as touchpointId,
        t.name as touchpoint, m.name as "by", p.chosen_on as "on"
      from texts join json_each(texts.texts) name on name.key % 2 = 0 join json_each(texts.texts) said on said.key = name.key + 1
        join touchpoints t on t.id = texts.touchpoint_id
        left join published_texts p on p.reflection_id = texts.id and p.field = name.value
        left join members m on m.id = p.chosen_by
      where said.value <> '' order by lower(t.name), texts.id, name.key`)
    .map(({ by, on, ...text }) => ({ ...text, shared: by === null || on === null ? null : { by, on } }))
}

/** The span a reflection's words are shared under; nothing where no figure of its touchpoint is shown. */
export function findSpanOf(ctx: Context, reflectionId: string): string | undefined {
  return ctx.db.get<{ span: string } | undefined>(sql`
    select c.span from frozen_contacts f join published_cells c
      on c.slice = f.touchpoint_id and f.month between c.first_month and c.last_month
    where ${SHOWN} and f.reflection_id = ${reflectionId} limit 1`)?.span
}

export function insertText(ctx: Context, row: typeof publishedTexts.$inferInsert): void {
  ctx.db.insert(publishedTexts).values(row).run()
}

export function deleteText(ctx: Context, reflectionId: string, field: ShareableText['field']): void {
  ctx.db
    .delete(publishedTexts)
    .where(and(eq(publishedTexts.reflectionId, reflectionId), eq(publishedTexts.field, field)))
    .run()
}
