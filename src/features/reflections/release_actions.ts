import { type Context, inTransaction } from '../../context.ts'
import { checkText } from '../../lib/name_check.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { sweepLog } from '../../platform/db/sweep.ts'
import { getBriefed } from '../assignments/store.ts'
import { today } from '../members/store.ts'
import { knownAroundAssignment } from './known_store.ts'
import { maskingComplaint } from './masking.ts'
import { listTexts, maskEverywhere } from './masking_store.ts'
import { findNextUnread, insertReading } from './reading_store.ts'
import {
  contextComplaint,
  mayAddContext,
  noteComplaint,
  refuseToDecide,
  releaseThemselves,
  writtenBy,
} from './release.ts'
import { decide, getRelease, leaveToLead, listDue, type NotedField, putContextNote, textsOf } from './release_store.ts'
import { getReadable, getReflection, type ReflectionRow } from './store.ts'
import { whyMarked } from './wording.ts'

const REVISED_MEANWHILE = 'The author revised this while you were reading. Look at what stands now, then decide.'

/** A lead releases the texts they have read. Gives the next reflection to read. Twice is once. */
export function releaseTexts(ctx: Context, id: string, version: number): string | undefined {
  return inTransaction(ctx, (ctx) => {
    const row = getToDecide(ctx, id, version)
    if (getRelease(ctx, id).state !== 'released') {
      decide(ctx, id, { state: 'released', note: '', by: ctx.actor.id, on: today(ctx).toString() })
      record(ctx, 'released', 'reflection', id)
    }

    return readIt(ctx, row)
  })
}

/** Kept back, also where it was released before; the note tells the author why. */
export function holdTexts(ctx: Context, id: string, version: number, note: string): string | undefined {
  return inTransaction(ctx, (ctx) => {
    const row = getToDecide(ctx, id, version)
    const complaint = noteComplaint(note)
    if (complaint) throw new Invalid({ note: complaint })
    decide(ctx, id, { state: 'held', note: note.trim(), by: ctx.actor.id, on: today(ctx).toString() })
    record(ctx, 'held', 'reflection', id)

    return readIt(ctx, row)
  })
}

/** Takes words out of everything kept of a reflection, for good: there is no way back, and the audit says only that it was done. */
export function maskWords(ctx: Context, id: string, version: number, words: readonly string[]): void {
  inTransaction(ctx, (ctx) => {
    const row = getToDecide(ctx, id, version)
    const complaint = maskingComplaint(words, listTexts(ctx, row))
    if (complaint) throw new Invalid({ words: complaint })
    maskEverywhere(ctx, row, words)
    record(ctx, 'masked', 'reflection', id)
  })
  sweepLog(ctx.db)
}

/** So many at a tick: a tenth of a second for whoever waits for a page meanwhile, and three thousand in an hour. */
const AT_A_TICK = 500

/**
 * On the third day: what the check finds clean in a language it was measured for is released, the rest is left to a lead. Looked at
 * once each; what was missed while the server was down is caught up tick by tick.
 */
export function releaseWhatIsDue(ctx: Context): void {
  inTransaction(ctx, (ctx) => {
    const day = today(ctx)
    for (const row of listDue(ctx, writtenBy(day).toString(), AT_A_TICK)) releaseOrLeave(ctx, row, day)
  })
}

/**
 * The owner of the touchpoint says what readers should know, for a week from the day they could read it (`since`). Throws as if it
 * were not there where they may not; Invalid for words that may name somebody, until their author has seen that and says that they name nobody.
 */
export function addContext(ctx: Context, id: string, words: string, terms: ContextTerms = {}): void {
  const { field = 'story', since, settled = false } = terms

  inTransaction(ctx, (ctx) => {
    const row = getReflection(ctx, id)
    const { touchpoint } = getBriefed(ctx, row.assignmentId)
    const { state, decidedOn } = getRelease(ctx, id)
    const releasedOn = since ?? (decidedOn ? Temporal.PlainDate.from(decidedOn) : null)
    if (!mayAddContext({ state, releasedOn, ownerId: touchpoint.ownerId }, ctx.actor, today(ctx)))
      throw new Problem('not_found', 'There is no such reflection.')
    const complaint = contextComplaint(words) ?? (settled ? null : namedIn(ctx, row, words))
    if (complaint) throw new Invalid({ words: complaint })
    const addedOn = today(ctx).toString()
    putContextNote(ctx, { reflectionId: id, field, memberId: ctx.actor.id ?? '', words: words.trim(), addedOn })
    record(ctx, 'added context to', 'reflection', id)
  })
}

interface ContextTerms {
  /** Which of the texts it stands beside. */
  field?: NotedField
  since?: Temporal.PlainDate
  settled?: boolean
}

function namedIn(ctx: Context, row: ReflectionRow, words: string): string | null {
  const found = checkText(words, knownAroundAssignment(ctx, row.assignmentId)).map(whyMarked)

  return found.length === 0 ? null : `${[...new Set(found)].join(' ')} Say it otherwise, or tick that it names nobody.`
}

function getToDecide(ctx: Context, id: string, version: number): ReflectionRow {
  const row = getReadable(ctx, id)
  refuseToDecide(row.leaderId, ctx.actor)
  if (row.version !== version) throw new Problem('conflict', REVISED_MEANWHILE)

  return row
}

function readIt(ctx: Context, row: ReflectionRow): string | undefined {
  insertReading(ctx, { reflectionId: row.id, memberId: ctx.actor.id ?? '', readOn: today(ctx).toString() })

  return findNextUnread(ctx)
}

function releaseOrLeave(ctx: Context, row: ReflectionRow, day: Temporal.PlainDate): void {
  if (!releaseThemselves(textsOf(ctx, row), knownAroundAssignment(ctx, row.assignmentId))) {
    leaveToLead(ctx, row.id)
    return
  }
  decide(ctx, row.id, { state: 'released', note: '', by: null, on: day.toString() })
  record(ctx, 'released', 'reflection', row.id)
}
