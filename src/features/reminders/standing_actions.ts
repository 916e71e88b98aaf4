import type { Context } from '../../context.ts'
import type { LetterRow } from '../../platform/db/letters.ts'
import type { Standing } from '../../platform/mail/outbox.ts'
import { today } from '../members/store.ts'
import { weekOf } from './digest.ts'
import { choiceFor, dueFor } from './duty.ts'
import { allowedFrom, type Choice, wants } from './quiet.ts'
import { isKind, isLeaderKind, type Kind, subjectOf } from './reminder.ts'
import { findDuty, isRoundPlanned, listRecipients } from './store.ts'

/**
 * Whether a letter of ours is still true when it is about to leave: what it speaks of is still owed, its reader still wants it, and
 * this is no hour to be woken. Letters of others are not ours to judge.
 */
export function standingOf(ctx: Context, { kind, occasion, memberId }: LetterRow): Standing {
  if (!isKind(kind)) return { is: 'wanted' }
  const subject = subjectOf(occasion)
  const found = isLeaderKind(kind)
    ? leaderOwing(ctx, kind, subject, memberId)
    : leadWanting(ctx, kind, subject, memberId)
  if (!found) return { is: 'stale', why: 'Nobody needs it any more, so it was not sent.' }
  const until = allowedFrom(found.choice, found.timeZone, ctx.now)

  return Temporal.Instant.compare(until, ctx.now) > 0 ? { is: 'early', until } : { is: 'wanted' }
}

interface Reader {
  timeZone: string
  choice: Choice
}

/** The leader it was written to, while exactly this letter is the one that makes sense. */
function leaderOwing(ctx: Context, kind: Kind, assignmentId: string, memberId: string | null): Reader | undefined {
  const duty = findDuty(ctx, assignmentId)
  if (!duty || duty.leader.id !== memberId || dueFor(duty, ctx.now) !== kind) return undefined

  return { timeZone: duty.leader.timeZone, choice: choiceFor(duty) }
}

function leadWanting(ctx: Context, kind: Kind, subject: string, memberId: string | null): Reader | undefined {
  const isTrue = kind === 'digest' ? weekOf(today(ctx)).key === subject : isRoundPlanned(ctx, subject)
  const [lead] = isTrue ? listRecipients(ctx, 'lead', memberId ?? '') : []

  return lead && wants(lead.choice, kind) ? lead : undefined
}
