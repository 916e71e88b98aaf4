import type { Context } from '../../context.ts'
import type { LetterRow } from '../../platform/db/letters.ts'
import type { Standing } from '../../platform/mail/outbox.ts'
import { today } from '../members/store.ts'
import { weekOf } from './digest.ts'
import { choiceFor, dueFor } from './duty.ts'
import { type NoteKind, noteKindOf } from './note.ts'
import { readerOf } from './note_actions.ts'
import { allowedFrom, type Choice, wants } from './quiet.ts'
import { isKind, isLeaderKind, type Kind, subjectOf } from './reminder.ts'
import { findDuty, isDeclined, isRoundPlanned, listGivenFollowups, listRecipients, listSignable } from './store.ts'

/**
 * Whether a letter of ours is still true when it is about to leave: what it speaks of is still owed, its reader still wants it, and
 * this is no hour to be woken. Letters of others are not ours to judge.
 */
export function standingOf(ctx: Context, letter: LetterRow): Standing {
  const { kind } = letter
  const note = noteKindOf(kind)
  if (!note && !isKind(kind)) return { is: 'wanted' }
  const found = note ? noteWanting(ctx, note, letter) : readerWanting(ctx, letter)
  if (!found) return { is: 'stale', why: 'Nobody needs it any more, so it was not sent.' }
  const until = allowedFrom(found.choice, found.timeZone, ctx.now)

  return Temporal.Instant.compare(until, ctx.now) > 0 ? { is: 'early', until } : { is: 'wanted' }
}

function noteWanting(ctx: Context, note: NoteKind, letter: LetterRow): Reader | undefined {
  const reader = readerOf(ctx, note, letter)

  return reader && wants(reader.choice, note) ? reader : undefined
}

function readerWanting(ctx: Context, { kind, occasion, memberId }: LetterRow): Reader | undefined {
  if (!isKind(kind)) return undefined
  const subject = subjectOf(occasion)
  if (kind === 'followup') return ownerWanting(ctx, subject, memberId)
  if (kind === 'review') return reviewerWanting(ctx, subject, memberId)

  return isLeaderKind(kind) ? leaderOwing(ctx, kind, subject, memberId) : leadWanting(ctx, kind, subject, memberId)
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

/** Still open, and still theirs. */
function ownerWanting(ctx: Context, followupId: string, memberId: string | null): Reader | undefined {
  const [given] = listGivenFollowups(ctx, followupId)

  return given && given.owner.id === memberId && wants(given.owner.choice, 'followup') ? given.owner : undefined
}

/** Still waiting, and still for them to sign. */
function reviewerWanting(ctx: Context, subject: string, memberId: string | null): Reader | undefined {
  const found = listSignable(ctx).find((one) => one.subject === subject && one.reviewer.id === memberId)

  return found && wants(found.reviewer.choice, 'review') ? found.reviewer : undefined
}

function leadWanting(ctx: Context, kind: Kind, subject: string, memberId: string | null): Reader | undefined {
  const [lead] = STILL_TRUE[kind]?.(ctx, subject) ? listRecipients(ctx, 'lead', memberId ?? '') : []

  return lead && wants(lead.choice, kind) ? lead : undefined
}

const STILL_TRUE: Partial<Record<Kind, (ctx: Context, subject: string) => boolean>> = {
  digest: (ctx, week) => weekOf(today(ctx)).key === week,
  round_planned: isRoundPlanned,
  declined: isDeclined,
}
