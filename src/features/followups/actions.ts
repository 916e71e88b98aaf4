import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, Invalid } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { findMember, today } from '../members/store.ts'
import { getReadable } from '../reflections/store.ts'
import { findTouchpoint } from '../touchpoints/store.ts'
import { type FollowupDetails, type Move, mayOwn, refuseIncomplete, refuseMove } from './followup.ts'
import { refuseNames } from './naming_store.ts'
import type { Origin } from './origin.ts'
import { refuseUnknownOrigin } from './origin_store.ts'
import { findSame, getFollowup, hasNote, insertFollowup, insertNote, type Named, updateFollowup } from './store.ts'

/** What a form says of the texts beside the fields. */
export interface Worded extends FollowupDetails {
  note: string
  settled: boolean
}

/**
 * Raises a follow-up and gives its id. The same again on the same day (a double click) gives the same id. Throws Invalid with a
 * sentence for each field, also where words may name a colleague.
 */
export function raiseFollowup(ctx: Context, { note, settled, ...details }: Worded, origin: Origin): string {
  return inTransaction(ctx, (ctx) => {
    refuseUnknownOrigin(ctx, origin)
    if (origin.reflectionId) getReadable(ctx, origin.reflectionId)
    refuseUnfit(ctx, details, null)
    refuseNames(ctx, { commitment: details.commitment, note }, settled)
    const row = { ...columnsOf(details), ...origin, raisedBy: ctx.actor.id ?? '', raisedOn: today(ctx).toString() }
    const same = findSame(ctx, row)
    if (same) return same
    const id = ctx.newId()
    insertFollowup(ctx, { id, ...row })
    if (note !== '') insertNote(ctx, noteRow(ctx, id, note))
    record(ctx, 'raised', 'follow-up', id)

    return id
  })
}

/** Changes what is promised, who answers for it or until when. A due day that moves is noted for everybody to read. */
export function changeFollowup(
  ctx: Context,
  id: string,
  version: number,
  { settled, ...details }: Omit<Worded, 'note'>,
) {
  inTransaction(ctx, (ctx) => {
    const stood = moving(ctx, id, 'change', version)
    refuseUnfit(ctx, details, stood.dueOn)
    refuseNames(ctx, { commitment: details.commitment }, settled)
    save(ctx, stood, columnsOf(details))
    const due = details.dueOn.toString()
    if (due !== stood.dueOn) insertNote(ctx, noteRow(ctx, id, `The due day moved from ${stood.dueOn} to ${due}.`))
    record(ctx, 'changed', 'follow-up', id)
  })
}

/** What it means, in the owner's words; each is optional. */
export interface Meaning {
  forCustomers: string
  forCompany: string
  forColleagues: string
}

/** Its owner says that it is done. Whether it held, later contacts say. */
export function finishFollowup(ctx: Context, id: string, version: number, meaning: Meaning, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    const stood = moving(ctx, id, 'finish', version)
    const { forCustomers, forCompany, forColleagues } = meaning
    refuseNames(ctx, { for_customers: forCustomers, for_company: forCompany, for_colleagues: forColleagues }, settled)
    save(ctx, stood, { state: 'done', doneOn: today(ctx).toString(), ...meaning })
    record(ctx, 'finished', 'follow-up', id)
  })
}

export function dropFollowup(ctx: Context, id: string, version: number, reason: string, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    const stood = moving(ctx, id, 'drop', version)
    if (reason === '') throw new Invalid({ reason: 'Say why: whoever reported it is told.' })
    refuseNames(ctx, { reason }, settled)
    save(ctx, stood, { state: 'dropped', droppedOn: today(ctx).toString(), droppedReason: reason })
    record(ctx, 'dropped', 'follow-up', id)
  })
}

/** Open again: it did not hold, or was dropped too soon. What was said when it was done stays in the notes. */
export function reopenFollowup(ctx: Context, id: string, version: number): void {
  inTransaction(ctx, (ctx) => {
    const stood = moving(ctx, id, 'reopen', version)
    save(ctx, stood, { state: 'open', doneOn: null, droppedOn: null })
    insertNote(ctx, noteRow(ctx, id, whatStood(stood)))
    record(ctx, 'reopened', 'follow-up', id)
  })
}

/** For everybody who may read it. The same words twice on a day are one note. */
export function addNote(ctx: Context, id: string, words: string, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    getFollowup(ctx, id)
    if (words === '') throw new Invalid({ words: 'Write the note first.' })
    refuseNames(ctx, { words }, settled)
    const row = noteRow(ctx, id, words)
    if (hasNote(ctx, row)) return
    insertNote(ctx, row)
    record(ctx, 'noted on', 'follow-up', id)
  })
}

function moving(ctx: Context, id: string, move: Move, version: number): Named {
  const stood = getFollowup(ctx, id)
  refuseMove(stood, move, ctx.actor)
  if (stood.version !== version) throw changedMeanwhile()

  return stood
}

function save(ctx: Context, { id, version }: Named, change: Parameters<typeof updateFollowup>[3]): void {
  if (!updateFollowup(ctx, id, version, change)) throw changedMeanwhile()
}

/** `stoodOn`: the due day it had before, which may stay though it is over. */
function refuseUnfit(ctx: Context, details: FollowupDetails, stoodOn: string | null): void {
  refuseIncomplete(details, today(ctx), stoodOn)
  const owner = findMember(ctx, details.ownerId)
  if (!owner || !mayOwn(owner)) throw new Invalid({ owner: 'Choose one of the people shown.' })
  if (details.touchpointId && !findTouchpoint(ctx, details.touchpointId))
    throw new Invalid({ touchpoint: 'Choose one of the touchpoints shown.' })
}

function columnsOf({ dueOn, ...details }: FollowupDetails) {
  return { ...details, dueOn: dueOn.toString() }
}

function noteRow(ctx: Context, followupId: string, words: string) {
  return { id: ctx.newId(), followupId, memberId: ctx.actor.id ?? '', words, writtenOn: today(ctx).toString() }
}

function whatStood({ state, doneOn, droppedOn, droppedReason }: Named): string {
  return state === 'done'
    ? `Opened again. It was said to be done on ${doneOn}.`
    : `Opened again. It was dropped on ${droppedOn}: ${droppedReason}`
}
