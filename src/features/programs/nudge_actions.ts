import { type Context, inTransaction } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { postLetter } from '../../platform/mail/outbox.ts'
import { waitingLetter } from '../members/letters.ts'
import { isStill } from '../members/member.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { nudgeComplaint, nudgeOccasion } from './owed.ts'
import { isNudgeWaiting, listUnwilling } from './reminded_store.ts'
import { getDuty } from './round_store.ts'

/** Writes one neutral letter to whoever still owes a contact. A second nudge on the same day, or while the first waits for the morning, writes nothing. */
export function nudge(ctx: Context, assignmentId: string, baseUrl: string): void {
  inTransaction(ctx, (ctx) => {
    const duty = getDuty(ctx, assignmentId)
    const complaint = nudgeComplaint(duty, dayIn(duty.touchpointZone, ctx.now))
    if (complaint) throw new Problem('conflict', complaint)
    if (!isStill('leader', getMember(ctx, duty.leaderId))) throw new Problem('conflict', GONE)
    if (listUnwilling(ctx, 'nudge').has(duty.leaderId)) throw new Problem('conflict', UNWILLING)
    if (isNudgeWaiting(ctx, duty)) return
    const written = postLetter(
      ctx,
      waitingLetter({
        occasion: nudgeOccasion(duty, today(ctx)),
        kind: 'nudge',
        member: getMember(ctx, duty.leaderId),
        neutralTitle: getOrganisation(ctx).neutralTitle,
        link: `${baseUrl}/today`,
      }),
    )
    if (written) record(ctx, 'nudged about', 'assignment', assignmentId)
  })
}

const GONE = 'They are no leader here any more. Excuse the contact, or give it to somebody else.'
const UNWILLING = 'They want no nudges by letter. A word in person will do more.'
