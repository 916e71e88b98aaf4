import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { moved } from '../assignments/assignment.ts'
import { assignmentOf, getOwn, todayAt } from '../assignments/store.ts'
import { areSameWords, isOvertaken, type Kept, NO_PAGE, type Page } from './draft.ts'
import { findDraft, putDraft } from './draft_store.ts'

const SAVED_ELSEWHERE =
  'Another page saved other words meanwhile. Those below are the ones you typed here; save again to keep them instead.'

/**
 * Keeps what is written so far and gives its version. Throws a conflict where another page has saved other words since this one
 * was opened; the same words once more (an answer that got lost on its way back) are saved already.
 */
export function saveDraft(ctx: Context, assignmentId: string, words: Kept, page = NO_PAGE): number {
  return inTransaction(ctx, (ctx) => {
    const { assignment, touchpoint } = getOwn(ctx, assignmentId)
    moved(assignmentOf(assignment), 'reflect', ctx.actor, todayAt(ctx, { touchpoint }))
    const draft = findDraft(ctx, assignmentId)
    if (draft && areSameWords(draft.answers, words)) return draft.version
    if (isOvertaken(draft, page)) throw new Problem('conflict', SAVED_ELSEWHERE)
    const version = (draft?.version ?? 0) + 1
    putDraft(ctx, assignmentId, { answers: words, version, writer: page.writer, turn: page.turn })

    return version
  })
}

/** Newer words than those of this page were saved as a draft elsewhere: whoever wrote both decides which are handed in. */
export function refuseOlderWords(ctx: Context, assignmentId: string, words: Kept, page: Page): void {
  const draft = findDraft(ctx, assignmentId)
  if (draft && isOvertaken(draft, page) && !areSameWords(draft.answers, words)) {
    throw new Problem('conflict', SAVED_ELSEWHERE)
  }
}
