import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { today } from '../members/store.ts'
import { LONGEST_NOTICE, refuseEmpty } from './staff_notice.ts'
import { findDraft, findInForce, insertNotice, type NoticeRow, updateNotice } from './store.ts'

/** Keeps what is being written; staff see nothing of it. `shown` is 0 where there was no draft yet. */
export function saveNotice(ctx: Context, shown: number, words: string): void {
  inTransaction(ctx, (ctx) => {
    refuseUnfit(words)
    const draft = findDraft(ctx)
    if ((draft?.version ?? 0) !== shown) throw changedMeanwhile()
    const written = { words, writtenBy: ctx.actor.id ?? '', writtenOn: today(ctx).toString() }
    if (draft?.words === words) return
    const id = draft?.id ?? ctx.newId()
    if (!draft) insertNotice(ctx, { id, ...written })
    else if (!updateNotice(ctx, id, shown, written)) throw changedMeanwhile()
    record(ctx, 'wrote', 'staff notice', id)
  })
}

/** The draft comes into force and the one before it ends; both keep their dates. */
export function publishNotice(ctx: Context, shown: number): void {
  inTransaction(ctx, (ctx) => {
    const draft = findDraft(ctx)
    if (!draft) throw new Problem('conflict', 'There is no draft: it was published already, or never saved.')
    if (draft.version !== shown) throw changedMeanwhile()
    refuseEmpty(draft.words)
    const day = today(ctx).toString()
    const before = findInForce(ctx)
    if (before) end(ctx, before, day)
    if (!updateNotice(ctx, draft.id, shown, { publishedOn: day, publishedBy: ctx.actor.id })) throw changedMeanwhile()
    record(ctx, 'published', 'staff notice', draft.id)
  })
}

/** Taken down: nobody reads it any more, and its dates are kept. Twice is once. */
export function endNotice(ctx: Context): void {
  inTransaction(ctx, (ctx) => {
    const inForce = findInForce(ctx)
    if (!inForce) return
    end(ctx, inForce, today(ctx).toString())
    record(ctx, 'took down', 'staff notice', inForce.id)
  })
}

function end(ctx: Context, { id, version }: NoticeRow, endedOn: string): void {
  if (!updateNotice(ctx, id, version, { endedOn })) throw changedMeanwhile()
}

function refuseUnfit(words: string): void {
  if (words.trim() === '') throw new Invalid({ words: 'Write the notice first.' })
  if (words.length > LONGEST_NOTICE)
    throw new Invalid({ words: `Use at most ${LONGEST_NOTICE.toLocaleString('en-GB')} characters.` })
}
