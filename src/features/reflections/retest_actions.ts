import type { Context } from '../../context.ts'
import { getOwn } from '../assignments/store.ts'
import { today } from '../members/store.ts'
import { isCounted } from './counts.ts'
import { type RetestAnswer, settles } from './retest.ts'
import { endRetest, findAsked, insertRetestAnswer } from './retest_store.ts'
import { getOwnReflection } from './store.ts'

/** What follow-ups asked, by question. */
export type Retests = ReadonlyMap<string, RetestAnswer>

/**
 * Keeps what a reflection answered to follow-ups, in the transaction that hands it in. A question of another touchpoint, or of its own
 * owner, is not asked here. Only a contact that counts ends the asking.
 */
export function keepRetests(
  ctx: Context,
  reflectionId: string,
  assignmentId: string,
  answers: Retests = new Map(),
): void {
  if (answers.size === 0) return
  const counts = isCounted(getOwnReflection(ctx, reflectionId))
  for (const [retestId, answer] of answers) {
    if (!findAsked(ctx, retestId, getOwn(ctx, assignmentId))) continue
    insertRetestAnswer(ctx, { retestId, reflectionId, answer })
    if (settles(answer) && counts) endRetest(ctx, retestId, today(ctx).toString())
  }
}
