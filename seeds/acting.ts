import type { Context } from '../src/context.ts'
import { findBriefed } from '../src/features/assignments/store.ts'
import { addNote, dropFollowup, finishFollowup, raiseFollowup } from '../src/features/followups/actions.ts'
import { NO_ORIGIN } from '../src/features/followups/origin.ts'
import { askForRetest } from '../src/features/followups/retest_actions.ts'
import { getFollowup } from '../src/features/followups/store.ts'
import type { Answers } from '../src/features/reflections/fields.ts'
import { listHandedIn } from '../src/features/reflections/reading_store.ts'
import type { RetestAnswer } from '../src/features/reflections/retest.ts'
import { findRetestFor } from '../src/features/reflections/retest_store.ts'
import type { Company } from './company.ts'
import type { Diary } from './diary.ts'
import { momentOn } from './moments.ts'
import { PROMISED, type Promised } from './promises.ts'
import { WAYS_IN } from './touchpoints.ts'

/** What follows from what leaders met: each promise is raised from a reflection of its time, and goes its way. */
export function actOnFindings(company: Company, diary: Diary, today: Temporal.PlainDate): void {
  for (const promised of PROMISED) {
    const day = today.subtract({ days: promised.raised })
    diary.plan(morning(day), (at) => raise(company, diary, promised, at, day))
  }
}

/** A contact that carries a question answers it by what was met there. */
export function retestsOf(ctx: Context, assignmentId: string, answers: Answers): Map<string, RetestAnswer> {
  const briefed = findBriefed(ctx, assignmentId)
  const retest = briefed && findRetestFor(ctx, briefed)

  return new Map(retest ? [[retest.id, answerTo(answers)]] : [])
}

function answerTo({ addressed, pride }: Answers): RetestAnswer {
  if (addressed === 'yes') return 'yes'
  if (addressed === 'partly') return 'partly'

  return pride === 3 ? 'could_not_tell' : 'no'
}

function raise(
  company: Company,
  diary: Diary,
  promised: Promised,
  at: Temporal.Instant,
  day: Temporal.PlainDate,
): void {
  const { kind, cause, commitment, owner: ownerId, touchpoint: touchpointId, note = '', due, done } = promised
  const lead = company.as('maud', at)
  const reflectionId = findReflection(company, promised, at)
  if (!reflectionId) return
  const details = { kind, cause, commitment, touchpointId, ownerId, dueOn: day.add({ days: due }) }
  const id = raiseFollowup(lead, { ...details, note: '', settled: true }, { ...NO_ORIGIN, reflectionId })
  if (note !== '')
    diary.plan(morning(day.add({ days: 20 })), (later) => addNote(company.as(ownerId, later), id, note, true))
  if (promised.dropped)
    diary.plan(morning(day.add({ days: due })), (later) => drop(company, id, promised.dropped ?? '', later))
  if (done !== null) diary.plan(morning(day.add({ days: done })), (later) => finish(company, id, promised, later))
}

function finish(company: Company, id: string, promised: Promised, at: Temporal.Instant): void {
  const { owner, meaning = { forCustomers: '', forCompany: '', forColleagues: '' } } = promised
  const ctx = company.as(owner, at)
  finishFollowup(ctx, id, getFollowup(ctx, id).version, meaning, true)
  if (!promised.question) return
  const fromDay = at.toZonedDateTimeISO('Europe/London').toPlainDate()
  const asked = { touchpointId: promised.touchpoint, question: promised.question, fromDay, settled: true }
  askForRetest(company.as('maud', at), id, asked)
}

function drop(company: Company, id: string, reason: string, at: Temporal.Instant): void {
  const ctx = company.as('maud', at)
  dropFollowup(ctx, id, getFollowup(ctx, id).version, reason, true)
}

/** The latest one there that fits; nothing in a year that is too short. */
function findReflection(company: Company, { touchpoint, after }: Promised, at: Temporal.Instant): string | undefined {
  const place = WAYS_IN.find(({ key }) => key === touchpoint)?.name
  const handedIn = listHandedIn(company.as('maud', at), 'all', { from: 0, size: 60 })
  const fits = ({ pride }: { pride: number }) => (after === 'good' ? pride >= 4 : pride <= 2)

  return handedIn.find((one) => one.touchpoint === place && fits(one.reflection))?.reflection.id
}

function morning(day: Temporal.PlainDate): Temporal.Instant {
  return momentOn(day, '09:40', 'Europe/London')
}
