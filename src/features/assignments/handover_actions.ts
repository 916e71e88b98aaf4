import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { postLetter } from '../../platform/mail/outbox.ts'
import { waitingLetter } from '../members/letters.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { RULE_WORDS } from '../programs/placement.ts'
import { moved } from './assignment.ts'
import { isWaiting } from './handover.ts'
import {
  answerHandover,
  askColleague,
  brokenByTaking,
  findColleague,
  getAskedOf,
  type HandoverRow,
  listHandovers,
} from './handover_store.ts'
import { assignmentOf, type Briefed, getBriefed, getOwn, insertAssignment, todayAt, updateAssignment } from './store.ts'

/** Asks the next colleague to take a contact. Asked twice is asked once; a conflict where nobody is left who could take it. */
export function askForHandover(ctx: Context, id: string, baseUrl: string): void {
  inTransaction(ctx, (ctx) => {
    const briefed = getOwn(ctx, id)
    moved(assignmentOf(briefed.assignment), 'hand_over', ctx.actor, todayAt(ctx, briefed))
    if (findWaiting(ctx, briefed)) return
    if (!askNext(ctx, briefed, baseUrl)) throw nobodyLeft()
    record(ctx, 'asked to hand over', 'assignment', id)
  })
}

/** Whoever asked keeps it after all. Twice is once. */
export function keepContact(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const waiting = findWaiting(ctx, getOwn(ctx, id))
    if (!waiting) return
    answer(ctx, waiting.id, { state: 'withdrawn' })
    record(ctx, 'kept', 'assignment', id)
  })
}

/**
 * A colleague says yes: the contact is theirs in the same window, if the hard rules still allow it, and no longer due from whoever
 * asked. Gives the id of their own; saying yes twice gives the same.
 */
export function acceptHandover(ctx: Context, handoverId: string, baseUrl: string): string {
  return inTransaction(ctx, (ctx) => {
    const handover = getAskedOf(ctx, handoverId, ctx.actor.id ?? '')
    if (handover.takenAsId) return handover.takenAsId
    const briefed = getBriefed(ctx, handover.assignmentId)
    refuseOver(ctx, handover, briefed)
    const broken = brokenByTaking(ctx, briefed, handover.askedId)
    if (broken)
      throw new Problem('conflict', `It cannot be yours any more: ${RULE_WORDS[broken]}. Say no; another is asked.`)
    const takenAsId = takeOver(ctx, briefed)
    answer(ctx, handoverId, { state: 'accepted', takenAsId })
    post(ctx, { kind: 'handed_over', handoverId, to: briefed.assignment.leaderId, baseUrl })
    record(ctx, 'took over', 'assignment', takenAsId, { from: briefed.assignment.id })

    return takenAsId
  })
}

/** A colleague says no, without a reason; the next one is asked, if there is one. Twice is once. */
export function refuseHandover(ctx: Context, handoverId: string, baseUrl: string): void {
  inTransaction(ctx, (ctx) => {
    const handover = getAskedOf(ctx, handoverId, ctx.actor.id ?? '')
    if (handover.state !== 'asked') return
    const briefed = getBriefed(ctx, handover.assignmentId)
    const passesOn = isWaiting({ ...handover, assignment: briefed.assignment }, todayAt(ctx, briefed))
    answer(ctx, handoverId, { state: 'refused' })
    record(ctx, 'did not take over', 'assignment', handover.assignmentId)
    if (!passesOn || askNext(ctx, briefed, baseUrl)) return

    post(ctx, { kind: 'not_handed_over', handoverId, to: briefed.assignment.leaderId, baseUrl })
  })
}

function findWaiting(ctx: Context, briefed: Briefed) {
  return listHandovers(ctx, briefed.assignment.id).find((one) => isWaiting(one, todayAt(ctx, briefed)))
}

/** Says whether there was somebody to ask. */
function askNext(ctx: Context, briefed: Briefed, baseUrl: string): boolean {
  const askedId = findColleague(ctx, briefed)
  if (!askedId) return false
  const askedOn = today(ctx).toString()
  const row = { id: ctx.newId(), assignmentId: briefed.assignment.id, askedId, askedOn }
  const id = askColleague(ctx, { ...row, state: 'asked' })
  post(ctx, { kind: 'handover_asked', handoverId: id, to: askedId, baseUrl })

  return true
}

function takeOver(ctx: Context, { assignment, touchpoint }: Briefed): string {
  const asker = getMember(ctx, assignment.leaderId)
  const state = moved(assignmentOf(assignment), 'hand_over', asker, todayAt(ctx, { touchpoint }))
  if (!updateAssignment(ctx, assignment, { state })) throw new Error('an assignment changed within a transaction')
  const { id: _, version: __, contactedOn: ___, ...same } = assignment
  const id = ctx.newId()
  const why = 'A colleague could not make it, and you took it over.'
  insertAssignment(ctx, { ...same, id, leaderId: ctx.actor.id ?? '', state: 'open', why, reason: '' })

  return id
}

function answer(ctx: Context, id: string, change: Partial<HandoverRow>): void {
  answerHandover(ctx, id, { ...change, answeredOn: today(ctx).toString() })
}

interface Note {
  kind: 'handover_asked' | 'handed_over' | 'not_handed_over'
  handoverId: string
  to: string
  baseUrl: string
}

function post(ctx: Context, { kind, handoverId, to, baseUrl }: Note): void {
  const { neutralTitle } = getOrganisation(ctx)
  const expiresAt = ctx.now.add({ hours: 24 * LETTER_DAYS })
  // Whoever was asked, not needed, and is asked again, is told again: the row is the same.
  const occasion = `${kind} ${handoverId} ${to} ${ctx.newId()}`
  postLetter(
    ctx,
    waitingLetter({ occasion, kind, member: getMember(ctx, to), neutralTitle, link: `${baseUrl}/today`, expiresAt }),
  )
}

/** By then the page has said it, or the window is nearly over. */
const LETTER_DAYS = 3

function refuseOver(ctx: Context, handover: HandoverRow, briefed: Briefed): void {
  if (isWaiting({ ...handover, assignment: briefed.assignment }, todayAt(ctx, briefed))) return

  throw new Problem('conflict', 'This is settled: nobody is waiting for your answer any more.')
}

function nobodyLeft(): Problem {
  return new Problem(
    'conflict',
    'No other leader can take it in its window. It stays yours: make it, or decline it with a reason.',
  )
}
