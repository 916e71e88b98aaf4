import type { Context } from '../../context.ts'
import { postLetter } from '../../platform/mail/outbox.ts'
import { waitingLetter } from '../members/letters.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { isToldAnyway, listToTell } from './reminded_store.ts'

/**
 * Tells each of them by one neutral letter that something of theirs was changed by somebody else: not whoever changed it, not whoever
 * has left, and nobody twice while the first letter still waits for the end of their night. Null: nobody, because it is long ago.
 */
export function tellMoved(ctx: Context, leaderIds: Iterable<string>, baseUrl: string | null): void {
  if (baseUrl === null) return
  const { neutralTitle } = getOrganisation(ctx)
  for (const leaderId of listToTell(ctx, leaderIds)) {
    if (isToldAnyway(ctx, leaderId)) continue
    const member = getMember(ctx, leaderId)
    const occasion = `moved ${ctx.newId()} ${leaderId}`
    postLetter(ctx, waitingLetter({ occasion, kind: 'moved', member, neutralTitle, link: `${baseUrl}/today` }))
  }
}
