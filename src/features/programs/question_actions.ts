import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { today } from '../members/store.ts'
import { refuseRetired } from './program.ts'
import { isEmpty, isSameQuestion, type Question, questionComplaints, type Slot, tidied } from './question.ts'
import { endQuestion, insertQuestion, listQuestions } from './question_store.ts'
import { getProgram } from './store.ts'

/**
 * Puts the program's own questions as the slots say, place by place. A changed one is a new version, an emptied one is asked no more;
 * answers that were given keep theirs. Nothing changed: nothing happens. Throws a conflict where somebody else changed one meanwhile.
 */
export function changeQuestions(ctx: Context, programId: string, typed: readonly Slot[]): void {
  inTransaction(ctx, (ctx) => {
    refuseRetired(getProgram(ctx, programId))
    const slots = typed.map(tidied)
    const complaints = questionComplaints(slots)
    refuseIfAny(complaints)
    const asked = new Map(listQuestions(ctx, programId).map((question) => [question.position, question]))
    const changed = slots.filter((slot, i) => changeQuestion(ctx, programId, slot, i + 1, asked.get(i + 1)))
    if (changed.length > 0) record(ctx, 'changed the questions of', 'program', programId)
  })
}

/** Whether it is another one now. */
function changeQuestion(ctx: Context, programId: string, slot: Slot, position: number, stands?: Question): boolean {
  if (stands ? isSameQuestion(slot, stands) : isEmpty(slot)) return false
  if (slot.shown !== (stands?.id ?? '')) throw changedMeanwhile()
  if (stands) endQuestion(ctx, stands.id, today(ctx).toString())
  if (isEmpty(slot)) return true
  const { kind, words, choices } = slot
  const id = ctx.newId()
  const number = (stands?.number ?? 0) + 1
  insertQuestion(ctx, programId, { id, questionId: stands?.questionId ?? id, number, position, kind, words, choices })

  return true
}
