import { type Context, inTransaction } from '../../context.ts'
import { Invalid, Problem, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { type Briefed, getOwn, todayAt, updateAssignment } from '../assignments/store.ts'
import { judge, NEVER_ASKED, passagesOf, type Words } from './actions.ts'
import { findCountable, recordCounts } from './counts_store.ts'
import { isText } from './fields.ts'
import { wordsToSettle } from './known_store.ts'
import { NOTHING_OWN, ownComplaints, ownPassages, ownRevised } from './own_questions.ts'
import { listOwnAnswers, ownAnswersOf, putOwnAnswers } from './own_store.ts'
import { asTyped, changedParticulars, completeParticulars, type TypedParticulars } from './particulars.ts'
import type { Given } from './reflection.ts'
import { writeAnew } from './release_store.ts'
import { additionComplaint, changedFields, revise } from './revision.ts'
import {
  answersOfRow,
  getOwnReflection,
  insertAddition,
  isMonthOpen,
  listVersions,
  particularsOfRow,
  type ReflectionRow,
  replaceAnswers,
} from './store.ts'
import { termsOf } from './terms_store.ts'

const CORRECTED_ELSEWHERE =
  'This was corrected on another page meanwhile. Your words are below; look at what stands, then save again.'

/** Corrects facts and revises texts while the month is open; what stood is kept. Nothing changed: nothing happens. */
export function reviseReflection(
  ctx: Context,
  id: string,
  version: number,
  change: Given,
  { settled, ...typed }: Words = NEVER_ASKED,
): void {
  inTransaction(ctx, (ctx) => {
    const row = getToCorrect(ctx, id, version)
    const briefed = getOwn(ctx, row.assignmentId)
    const { after, changed, terms } = revised(ctx, row, briefed, change, typed.particulars)
    const own = revisedOwn(ctx, id, typed.own)
    const words = [...passagesOf(after, changed.filter(isText)), ...own.changed]
    if (changed.length + words.length === 0) return
    refuseIfAny(wordsToSettle(ctx, briefed, words, settled))
    const [counted, day] = [findCountable(ctx, id), terms.today.toString()]
    const judged = judge(ctx, briefed, after, Temporal.PlainDate.from(row.handedInOn))
    replaceAnswers(ctx, row, { ...after, ...judged }, day)
    putOwnAnswers(ctx, id, own.after)
    if (words.length > 0) writeAnew(ctx, id, day)
    updateAssignment(ctx, briefed.assignment, { contactedOn: after.contactedOn, counts: judged.counts })
    recordCounts(ctx, counted, findCountable(ctx, id))
    record(ctx, 'corrected', 'reflection', id, { fields: [...changed, ...own.changed.map(({ name }) => name)] })
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
    refuseIfAny(wordsToSettle(ctx, briefed, [{ name: 'words', words: words.trim() }], settled))
    insertAddition(ctx, {
      id: ctx.newId(),
      reflectionId: id,
      words: words.trim(),
      addedOn: todayAt(ctx, briefed).toString(),
    })
    record(ctx, 'added_to', 'reflection', id)
  })
}

function getToCorrect(ctx: Context, id: string, version: number): ReflectionRow {
  const row = getOwnReflection(ctx, id)
  if (row.version !== version) throw new Problem('conflict', CORRECTED_ELSEWHERE)

  return row
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

/** The texts given to the program’s own questions as they are to be, and those that changed. */
function revisedOwn(ctx: Context, id: string, { answers } = NOTHING_OWN) {
  const questions = listOwnAnswers(ctx, id).map(({ question }) => question)
  const before = ownAnswersOf(ctx, id)
  const after = ownRevised(questions, before, answers)
  refuseIfAny(ownComplaints(questions, after))
  const changed = questions.filter((question) => before[question.id] !== after[question.id])

  return { after, changed: ownPassages(changed, after) }
}
