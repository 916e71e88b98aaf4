import { type Context, inTransaction } from '../../context.ts'
import { countedMonth } from '../../lib/periods.ts'
import { type Complaints, Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { move } from '../assignments/actions.ts'
import { moved } from '../assignments/assignment.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { standingOf } from '../assignments/own_initiative_store.ts'
import {
  type AssignmentRow,
  assignmentOf,
  type Briefed,
  getOwn,
  todayAt,
  updateAssignment,
} from '../assignments/store.ts'
import { today } from '../members/store.ts'
import { tempoOf } from './choices.ts'
import { findCountable, recordCounts } from './counts_store.ts'
import { isOvertaken, type Kept, NO_PAGE, type Page } from './draft.ts'
import { refuseOlderWords } from './draft_actions.ts'
import { deleteDraft, findDraft, putDraft } from './draft_store.ts'
import { type Answers, formName, isText, TEXT_NAMES } from './fields.ts'
import { wordsToSettle } from './known_store.ts'
import { daysLate, endedOn } from './late.ts'
import {
  asTyped,
  changedParticulars,
  completeParticulars,
  type Particulars,
  type TypedParticulars,
} from './particulars.ts'
import { complaintsAbout, complete, type Given } from './reflection.ts'
import { writeAnew } from './release_store.ts'
import { keepRetests, type Retests } from './retest_actions.ts'
import { additionComplaint, changedFields, revise } from './revision.ts'
import {
  answersOfRow,
  findReflectionOf,
  getOwnReflection,
  insertAddition,
  insertReflection,
  isMonthOpen,
  listVersions,
  particularsOfRow,
  type ReflectionRow,
  replaceAnswers,
} from './store.ts'
import { standardsAsked, termsOf } from './terms_store.ts'
import type { Passage, Settled } from './wording.ts'

const HANDED_IN_ALREADY =
  'This reflection is handed in already, with other words. What was handed in stays; what you typed here is below, to be copied.'
const CORRECTED_ELSEWHERE =
  'This was corrected on another page meanwhile. Your words are below; look at what stands, then save again.'

/**
 * What comes with the answers: what the author decided about their words, the form as it was typed, to be kept while they are
 * asked, the page it was written on, and the durations and days beside the answers.
 */
export interface Words {
  settled: Settled
  typed?: Kept
  page?: Page
  particulars?: TypedParticulars
  retests?: Retests
}

const NEVER_ASKED: Words = { settled: new Set() }

/**
 * Hands in once and gives the reflection's id; the same again (a double click, the back button) gives the same id. Throws Invalid with
 * every complaint, or with the words that may name somebody once all else is right (the draft is kept then); a conflict where it was
 * handed in with other words or its assignment no longer waits for one.
 */
export function handIn(
  ctx: Context,
  assignmentId: string,
  given: Given,
  asked: readonly string[],
  words: Words = NEVER_ASKED,
): string {
  const done = inTransaction(ctx, (ctx) => handInOrAsk(ctx, assignmentId, given, asked, words))
  if ('open' in done) throw new Invalid(done.open)

  return done.id
}

/** Corrects facts and revises texts while the month is open; what stood is kept. Nothing changed: nothing happens. */
export function reviseReflection(
  ctx: Context,
  id: string,
  version: number,
  change: Given,
  { settled, particulars }: Words = NEVER_ASKED,
): void {
  inTransaction(ctx, (ctx) => {
    const row = getOwnReflection(ctx, id)
    if (row.version !== version) throw new Problem('conflict', CORRECTED_ELSEWHERE)
    const briefed = getOwn(ctx, row.assignmentId)
    const { after, changed, terms } = revised(ctx, row, briefed, change, particulars)
    if (changed.length === 0) return
    refuseOpenWords(wordsToSettle(ctx, briefed, passagesOf(after, changed), settled))
    const counted = findCountable(ctx, id)
    const judged = judge(ctx, briefed, after, Temporal.PlainDate.from(row.handedInOn))
    replaceAnswers(ctx, row, { ...after, ...judged }, terms.today.toString())
    if (changed.some(isText)) writeAnew(ctx, id, terms.today.toString())
    updateAssignment(ctx, briefed.assignment, { contactedOn: after.contactedOn, counts: judged.counts })
    recordCounts(ctx, counted, findCountable(ctx, id))
    record(ctx, 'corrected', 'reflection', id, { fields: changed })
  })
}

/** Once the month is closed: words beside the reflection, never a change. */
export function addToReflection(ctx: Context, id: string, words: string, { settled }: Words = NEVER_ASKED): void {
  inTransaction(ctx, (ctx) => {
    const row = getOwnReflection(ctx, id)
    if (isMonthOpen(ctx, row)) throw new Problem('conflict', 'The month is still open: correct the reflection itself.')
    const complaint = additionComplaint(words)
    if (complaint) throw new Invalid({ words: complaint })
    const briefed = getOwn(ctx, row.assignmentId)
    refuseOpenWords(wordsToSettle(ctx, briefed, [{ name: 'words', words: words.trim() }], settled))
    insertAddition(ctx, {
      id: ctx.newId(),
      reflectionId: id,
      words: words.trim(),
      addedOn: todayAt(ctx, briefed).toString(),
    })
    record(ctx, 'added_to', 'reflection', id)
  })
}

function handInOrAsk(
  ctx: Context,
  assignmentId: string,
  given: Given,
  asked: readonly string[],
  words: Words,
): { id: string } | { open: Complaints } {
  const briefed = getOwn(ctx, assignmentId)
  const before = findReflectionOf(ctx, assignmentId)
  if (before) return { id: sameAgain(ctx, briefed, before, given) }
  if (words.page) refuseOlderWords(ctx, assignmentId, words.typed ?? {}, words.page)
  const terms = termsOf(ctx, briefed, standardsAsked(ctx, briefed.touchpoint.id, asked))
  moved(assignmentOf(briefed.assignment), 'reflect', ctx.actor, terms.today)
  const answers = complete(given, terms)
  const particulars = completeParticulars(words.particulars ?? {}, answers, terms)
  const open = wordsToSettle(ctx, briefed, passagesOf(answers), words.settled)
  if (Object.keys(open).length > 0) return { open: keptMeanwhile(ctx, assignmentId, words, open) }

  return { id: keep(ctx, briefed, { ...answers, ...particulars }, terms.today, words.retests) }
}

function keep(
  ctx: Context,
  briefed: Briefed,
  answers: Answers & Particulars,
  today: Temporal.PlainDate,
  retests?: Retests,
): string {
  const judged = judge(ctx, briefed, answers, today)
  const id = ctx.newId()
  move(ctx, briefed, 'reflect', { contactedOn: answers.contactedOn, counts: judged.counts })
  insertReflection(ctx, { id, ...placeOf(briefed), ...judged, handedInOn: today.toString() }, answers)
  deleteDraft(ctx, briefed.assignment.id)
  recordCounts(ctx, null, findCountable(ctx, id))
  keepRetests(ctx, id, briefed.assignment.id, retests)
  record(ctx, 'handed_in', 'reflection', id)

  return id
}

function revised(ctx: Context, row: ReflectionRow, briefed: Briefed, change: Given, typed: TypedParticulars = {}) {
  const latest = answersOfRow(ctx, row)
  const terms = termsOf(ctx, briefed, Object.keys(latest.standards))
  const versions = [...listVersions(ctx, row.id).map(({ answers }) => answers), latest]
  const answers = revise(versions, change, terms, isMonthOpen(ctx, row))
  const stood = particularsOfRow(row)
  const after = { ...answers, ...completeParticulars({ ...asTyped(stood), ...typed }, answers, terms) }

  return { after, changed: [...changedFields(latest, after), ...changedParticulars(stood, after)], terms }
}

/** The texts as the form calls them: all, or those that changed. */
function passagesOf(answers: Answers, among: readonly string[] = TEXT_NAMES): Passage[] {
  return TEXT_NAMES.filter((name) => among.includes(name)).map((name) => ({
    name: formName(name),
    words: answers[name],
  }))
}

function refuseOpenWords(open: Complaints): void {
  if (Object.keys(open).length > 0) throw new Invalid(open)
}

/** A phone may die while its owner is asked: what was typed is kept first, unless another page has saved since. */
function keptMeanwhile(
  ctx: Context,
  assignmentId: string,
  { typed, page = NO_PAGE }: Words,
  open: Complaints,
): Complaints {
  const draft = findDraft(ctx, assignmentId)
  const version = (draft?.version ?? 0) + 1
  if (typed && !isOvertaken(draft, page))
    putDraft(ctx, assignmentId, { answers: typed, version, writer: page.writer, turn: page.turn })

  return open
}

/** The month it is counted in, whether it counts, and how late it is. */
function judge(ctx: Context, briefed: Briefed, answers: Answers, handedInOn: Temporal.PlainDate) {
  const contactedOn = Temporal.PlainDate.from(answers.contactedOn)
  const { touchpoint, assignment } = briefed
  const ended = endedOn({ ...answers, contactedOn }, tempoOf(touchpoint.channel), touchpoint.answerDays)

  return {
    month: countedMonth(contactedOn, today(ctx), closingsOf(ctx)),
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
