import { type Context, inTransaction } from '../../context.ts'
import { countedMonth } from '../../lib/periods.ts'
import { type Complaints, Invalid, Problem, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { inSharedCommit } from '../../platform/db/shared_commit.ts'
import { move } from '../assignments/actions.ts'
import { moved } from '../assignments/assignment.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { standingOf } from '../assignments/own_initiative_store.ts'
import { type AssignmentRow, assignmentOf, type Briefed, findPrediction, getOwn } from '../assignments/store.ts'
import { today } from '../members/store.ts'
import { tempoOf } from './choices.ts'
import { recordCounts } from './counts_store.ts'
import { isOvertaken, type Kept, NO_PAGE, type Page } from './draft.ts'
import { refuseOlderWords } from './draft_actions.ts'
import { deleteDraft, findDraft, putDraft } from './draft_store.ts'
import { type Answers, formName, TEXT_NAMES } from './fields.ts'
import { wordsToSettle } from './known_store.ts'
import { daysLate, endedOn } from './late.ts'
import {
  isSameOwn,
  NOTHING_OWN,
  type OwnGiven,
  type OwnQuestion,
  ownComplaints,
  ownKept,
  ownPassages,
} from './own_questions.ts'
import { ownAnswersOf, ownBegun, putOwnAnswers } from './own_store.ts'
import { completeParticulars, type Particulars, type TypedParticulars } from './particulars.ts'
import { complaintsAbout, complete, type Given } from './reflection.ts'
import { keepRetests, type Retests } from './retest_actions.ts'
import { changedFields } from './revision.ts'
import { answersOfRow, findReflectionOf, insertReflection, type ReflectionRow } from './store.ts'
import { standardsAsked, termsOf } from './terms_store.ts'
import type { Passage, Settled } from './wording.ts'

const HANDED_IN_ALREADY =
  'This reflection is handed in already, with other words. What was handed in stays; what you typed here is below, to be copied.'

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
  /** What the program’s own questions were answered. */
  own?: OwnGiven
}

export const NEVER_ASKED: Words = { settled: new Set() }

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

/** The same, under one commit with whatever else comes in at that moment; comes back when it is on disk. */
export function handInTogether(...reflection: Parameters<typeof handIn>): Promise<string> {
  const [{ db }] = reflection

  return inSharedCommit(db, () => handIn(...reflection))
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
  const own = ownTerms(ctx, briefed, words.own)
  if (before) return { id: sameAgain(ctx, briefed, before, given, own) }
  if (words.page) refuseOlderWords(ctx, assignmentId, words.typed ?? {}, words.page)
  const terms = termsOf(ctx, briefed, standardsAsked(ctx, briefed.touchpoint.id, asked))
  moved(assignmentOf(briefed.assignment), 'reflect', ctx.actor, terms.today)
  refuseIfAny({ ...complaintsAbout(given, terms), ...ownComplaints(own.questions, own.answers) })
  const answers = complete(given, terms)
  const particulars = completeParticulars(words.particulars ?? {}, answers, terms)
  const passages = [...passagesOf(answers), ...ownPassages(own.questions, own.answers)]
  const open = wordsToSettle(ctx, briefed, passages, words.settled)
  if (Object.keys(open).length > 0) return { open: keptMeanwhile(ctx, assignmentId, words, open) }

  return { id: keep(ctx, briefed, { ...answers, ...particulars }, { own, retests: words.retests }, terms.today) }
}

function keep(
  ctx: Context,
  briefed: Briefed,
  answers: Answers & Particulars,
  { own, retests }: { own: Own; retests: Retests | undefined },
  today: Temporal.PlainDate,
): string {
  const placed = { ...placeOf(briefed), ...judge(ctx, briefed, answers, today) }
  const id = ctx.newId()
  move(ctx, briefed, 'reflect', { contactedOn: answers.contactedOn, counts: placed.counts })
  insertReflection(ctx, { id, ...placed, handedInOn: today.toString() }, answers)
  putOwnAnswers(ctx, id, ownKept(own.questions, own.answers))
  deleteDraft(ctx, briefed.assignment.id)
  const predictedValued = findPrediction(ctx, briefed.assignment.id)?.predictedValued ?? null
  recordCounts(ctx, null, { ...placed, ...answers, predictedValued })
  keepRetests(ctx, id, briefed.assignment.id, retests)
  record(ctx, 'handed_in', 'reflection', id)

  return id
}

/** The texts as the form calls them: all, or those that changed. */
export function passagesOf(answers: Answers, among: readonly string[] = TEXT_NAMES): Passage[] {
  return TEXT_NAMES.filter((name) => among.includes(name)).map((name) => ({
    name: formName(name),
    words: answers[name],
  }))
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
export function judge(ctx: Context, briefed: Briefed, answers: Answers, handedInOn: Temporal.PlainDate) {
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

interface Own {
  questions: OwnQuestion[]
  answers: OwnGiven['answers']
}

function ownTerms(ctx: Context, { assignment }: Briefed, { asked, answers } = NOTHING_OWN): Own {
  return { questions: ownBegun(ctx, assignment.programId, asked), answers }
}

/** The same form once more is no second reflection; other words are not lost, but do not replace what stands. */
function sameAgain(ctx: Context, briefed: Briefed, before: ReflectionRow, given: Given, own: Own): string {
  const stands = answersOfRow(ctx, before)
  const terms = termsOf(ctx, briefed, Object.keys(stands.standards))
  const isComplete = Object.keys(complaintsAbout(given, terms)).length === 0
  const isSame = isSameOwn(ownAnswersOf(ctx, before.id), ownKept(own.questions, own.answers))
  if (isComplete && isSame && changedFields(stands, complete(given, terms)).length === 0) return before.id

  throw new Problem('conflict', HANDED_IN_ALREADY)
}
