import { type Context, inTransaction } from '../../context.ts'
import { countedMonth } from '../../lib/periods.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { move } from '../assignments/actions.ts'
import { moved } from '../assignments/assignment.ts'
import { standingOf } from '../assignments/own_initiative_store.ts'
import {
  type AssignmentRow,
  assignmentOf,
  type Briefed,
  getOwn,
  todayAt,
  updateAssignment,
} from '../assignments/store.ts'
import { getOrganisation, today } from '../members/store.ts'
import { tempoOf } from './choices.ts'
import { findCountable, recordCounts } from './counts_store.ts'
import { deleteDraft, findDraft, type Kept, putDraft } from './draft_store.ts'
import type { Answers } from './fields.ts'
import { daysLate, endedOn } from './late.ts'
import { findNextUnread, insertReading } from './reading_store.ts'
import { complaintsAbout, complete, type Given } from './reflection.ts'
import { additionComplaint, changedFields, revise } from './revision.ts'
import {
  answersOfRow,
  findReflectionOf,
  getOwnReflection,
  getReadable,
  insertAddition,
  insertReflection,
  isMonthOpen,
  listVersions,
  type ReflectionRow,
  replaceAnswers,
} from './store.ts'
import { standardsAsked, termsOf } from './terms_store.ts'

const HANDED_IN_ALREADY =
  'This reflection is handed in already, with other words. What was handed in stays; what you typed here is below, to be copied.'
const SAVED_ELSEWHERE =
  'Another page saved other words meanwhile. Those below are the ones you typed here; save again to keep them instead.'
const CORRECTED_ELSEWHERE =
  'This was corrected on another page meanwhile. Your words are below; look at what stands, then save again.'

/**
 * Hands in once and gives the reflection's id; the same again (a double click, the back button) gives the same id. Throws Invalid with
 * every complaint, a conflict where it was handed in with other words or its assignment no longer waits for one.
 */
export function handIn(ctx: Context, assignmentId: string, given: Given, asked: readonly string[]): string {
  return inTransaction(ctx, (ctx) => {
    const briefed = getOwn(ctx, assignmentId)
    const before = findReflectionOf(ctx, assignmentId)
    if (before) return sameAgain(ctx, briefed, before, given)
    const terms = termsOf(ctx, briefed, standardsAsked(ctx, briefed.touchpoint.id, asked))
    moved(assignmentOf(briefed.assignment), 'reflect', ctx.actor, terms.today)
    const answers = complete(given, terms)
    const judged = judge(ctx, briefed, answers, terms.today)
    const id = ctx.newId()
    move(ctx, briefed, 'reflect', { contactedOn: answers.contactedOn, counts: judged.counts })
    insertReflection(ctx, { id, ...placeOf(briefed), ...judged, handedInOn: terms.today.toString() }, answers)
    deleteDraft(ctx, assignmentId)
    recordCounts(ctx, null, findCountable(ctx, id))
    record(ctx, 'handed_in', 'reflection', id)

    return id
  })
}

/** Keeps what is written so far. Throws a conflict where another page has saved since this one was opened. */
export function saveDraft(ctx: Context, assignmentId: string, words: Kept, shown: number): void {
  inTransaction(ctx, (ctx) => {
    const { assignment, touchpoint } = getOwn(ctx, assignmentId)
    moved(assignmentOf(assignment), 'reflect', ctx.actor, todayAt(ctx, { touchpoint }))
    const draft = findDraft(ctx, assignmentId)
    if ((draft?.version ?? 0) !== shown && JSON.stringify(draft?.answers) !== JSON.stringify(words)) {
      throw new Problem('conflict', SAVED_ELSEWHERE)
    }
    putDraft(ctx, assignmentId, words, (draft?.version ?? 0) + 1)
  })
}

/** Corrects facts and revises texts while the month is open; what stood is kept. Nothing changed: nothing happens. */
export function reviseReflection(ctx: Context, id: string, version: number, change: Given): void {
  inTransaction(ctx, (ctx) => {
    const row = getOwnReflection(ctx, id)
    if (row.version !== version) throw new Problem('conflict', CORRECTED_ELSEWHERE)
    const latest = answersOfRow(ctx, row)
    const briefed = getOwn(ctx, row.assignmentId)
    const terms = termsOf(ctx, briefed, Object.keys(latest.standards))
    const versions = [...listVersions(ctx, id).map(({ answers }) => answers), latest]
    const after = revise(versions, change, terms, isMonthOpen(ctx, row))
    const changed = changedFields(latest, after)
    if (changed.length === 0) return
    const counted = findCountable(ctx, id)
    const judged = judge(ctx, briefed, after, Temporal.PlainDate.from(row.handedInOn))
    replaceAnswers(ctx, row, { ...after, ...judged }, terms.today.toString())
    updateAssignment(ctx, briefed.assignment, { contactedOn: after.contactedOn, counts: judged.counts })
    recordCounts(ctx, counted, findCountable(ctx, id))
    record(ctx, 'corrected', 'reflection', id, { fields: changed })
  })
}

/** Once the month is closed: words beside the reflection, never a change. */
export function addToReflection(ctx: Context, id: string, words: string): void {
  inTransaction(ctx, (ctx) => {
    const row = getOwnReflection(ctx, id)
    if (isMonthOpen(ctx, row)) throw new Problem('conflict', 'The month is still open: correct the reflection itself.')
    const complaint = additionComplaint(words)
    if (complaint) throw new Invalid({ words: complaint })
    const { touchpoint } = getOwn(ctx, row.assignmentId)
    insertAddition(ctx, {
      id: ctx.newId(),
      reflectionId: id,
      words: words.trim(),
      addedOn: todayAt(ctx, { touchpoint }).toString(),
    })
    record(ctx, 'added_to', 'reflection', id)
  })
}

/** A lead has read it; twice is once. Gives the next one to read. */
export function readReflection(ctx: Context, id: string): string | undefined {
  return inTransaction(ctx, (ctx) => {
    const row = getReadable(ctx, id)
    insertReading(ctx, { reflectionId: row.id, memberId: ctx.actor.id ?? '', readOn: today(ctx).toString() })

    return findNextUnread(ctx)
  })
}

/** The month it is counted in, whether it counts, and how late it is. */
function judge(ctx: Context, briefed: Briefed, answers: Answers, handedInOn: Temporal.PlainDate) {
  const contactedOn = Temporal.PlainDate.from(answers.contactedOn)
  const { touchpoint, assignment } = briefed
  const ended = endedOn({ ...answers, contactedOn }, tempoOf(touchpoint.channel), touchpoint.answerDays)

  return {
    month: countedMonth(contactedOn, today(ctx), getOrganisation(ctx).monthClosesAfterDays),
    counts: countsOn(ctx, assignment, contactedOn),
    daysLate: daysLate(ended, handedInOn),
  }
}

/** Decided when it was logged; asked again only where the day turns out to be another one. */
function countsOn(ctx: Context, assignment: AssignmentRow, day: Temporal.PlainDate): boolean {
  const { id: itself, origin, leaderId, touchpointId, contactedOn, counts } = assignment
  if (origin !== 'own_initiative' || contactedOn === day.toString()) return counts

  return standingOf(ctx, { leaderId, touchpointId, day, itself }).counts
}

function placeOf({ assignment, errand }: Briefed) {
  const { id: assignmentId, leaderId, touchpointId, programId } = assignment

  return { assignmentId, leaderId, touchpointId, programId, scenarioId: errand?.scenarioId ?? null }
}

/** The same form once more is no second reflection; other words are not lost, but do not replace what stands. */
function sameAgain(ctx: Context, briefed: Briefed, before: ReflectionRow, given: Given): string {
  const stands = answersOfRow(ctx, before)
  const terms = termsOf(ctx, briefed, Object.keys(stands.standards))
  const isComplete = Object.keys(complaintsAbout(given, terms)).length === 0
  if (isComplete && changedFields(stands, complete(given, terms)).length === 0) return before.id

  throw new Problem('conflict', HANDED_IN_ALREADY)
}
