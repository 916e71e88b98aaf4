import type { Context } from '../../context.ts'
import { postLetter } from '../../platform/mail/outbox.ts'
import { waitingLetter } from '../members/letters.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { isToldAnyway } from './reminded_store.ts'

/**
 * Tells each of them by one neutral letter that something of theirs was changed by somebody else: not whoever changed it, not whoever
 * has left, and nobody twice while the first letter still waits for the end of their night.
 */
export function tellMoved(ctx: Context, leaderIds: Iterable<string>, baseUrl: string): void {
  const { neutralTitle } = getOrganisation(ctx)
  for (const leaderId of new Set(leaderIds)) {
    const member = getMember(ctx, leaderId)
    if (member.retiredOn || leaderId === ctx.actor.id || isToldAnyway(ctx, leaderId)) continue
    const occasion = `moved ${ctx.newId()} ${leaderId}`
    postLetter(ctx, waitingLetter({ occasion, kind: 'moved', member, neutralTitle, link: `${baseUrl}/today` }))
  }
}
