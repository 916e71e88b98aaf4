import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import type { LetterRow } from '../../platform/db/letters.ts'
import { isHandoverWaiting } from '../assignments/handover_store.ts'
import { nudgeComplaint } from '../programs/owed.ts'
import { choiceFor, type Recipient } from './duty.ts'
import type { NoteKind } from './note.ts'
import type { Choice } from './quiet.ts'
import { subjectOf } from './reminder.ts'
import { findDuty, listRecipients } from './store.ts'

/** Who takes a note and when, while what it says is still true; undefined: nobody needs it any more. */
export function readerOf(
  ctx: Context,
  note: NoteKind,
  letter: LetterRow,
): (Recipient & { choice: Choice }) | undefined {
  const [leader] = listRecipients(ctx, 'leader', letter.memberId ?? '')
  if (!leader) return undefined
  const subject = subjectOf(letter.occasion)
  if (note === 'nudge') return nudged(ctx, subject, leader)
  if (letter.kind === 'handover_asked' && !isHandoverWaiting(ctx, subject)) return undefined

  return leader
}

/** A window of days off only is spoken of on a day off. */
function nudged(ctx: Context, assignmentId: string, leader: Recipient): Recipient | undefined {
  const duty = findDuty(ctx, assignmentId)
  if (!duty || duty.leader.id !== leader.id || nudgeComplaint(duty, dayIn(duty.touchpointZone, ctx.now)))
    return undefined

  return { ...leader, choice: choiceFor(duty) }
}
