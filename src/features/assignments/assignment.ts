/** The life of an assignment (PRODUCT.md §2): one table of who may do what from which state, and a sentence for each refusal. */
import { Problem } from '../../lib/problem.ts'

/** `open` is published to its leader; its window may still lie ahead (window.ts). */
export const STATES = [
  'planned',
  'open',
  'contacted',
  'reflected',
  'handed_over',
  'declined',
  'missed',
  'excused',
  'cancelled',
] as const

export type State = (typeof STATES)[number]

/**
 * Who took part is a share of those that were due (PRODUCT.md §4): published, and not called off. Declined and missed ones stay due; one
 * that was handed over is due from whoever took it, as an assignment of theirs. Contacts nobody planned are never due.
 */
export const NEVER_DUE = ['planned', 'handed_over', 'excused', 'cancelled'] as const satisfies readonly State[]

export type Move = 'publish' | 'start' | 'reflect' | 'hand_over' | 'decline' | 'miss' | 'excuse' | 'cancel' | 'withdraw'

export interface Assignment {
  leaderId: string
  origin: 'rotation' | 'by_hand' | 'own_initiative'
  state: State
  /** Days at the touchpoint, both included. */
  fromDay: Temporal.PlainDate
  toDay: Temporal.PlainDate
}

/** A member by id and roles; Plainclothes itself has no id. */
export interface Mover {
  id: string | null
  roles: readonly string[]
}

type Hand = 'leader' | 'lead' | 'plainclothes'

interface Rule {
  by: readonly Hand[]
  from: readonly State[]
  to: State
}

/*
 * Reflecting is possible from `open` and `missed` too: whoever forgot to press "I am starting now", or writes after the window,
 * keeps every word (without a prediction, or late). Declined and missed ones stay due until a lead excuses them.
 */
const RULES: Readonly<Record<Move, Rule>> = {
  publish: { by: ['lead', 'plainclothes'], from: ['planned'], to: 'open' },
  start: { by: ['leader'], from: ['open'], to: 'contacted' },
  reflect: { by: ['leader'], from: ['open', 'contacted', 'missed'], to: 'reflected' },
  hand_over: { by: ['leader'], from: ['open'], to: 'handed_over' },
  decline: { by: ['leader'], from: ['open'], to: 'declined' },
  miss: { by: ['plainclothes'], from: ['open'], to: 'missed' },
  excuse: { by: ['lead'], from: ['open', 'contacted', 'missed', 'declined'], to: 'excused' },
  cancel: { by: ['lead'], from: ['planned', 'open'], to: 'cancelled' },
  withdraw: { by: ['leader'], from: ['contacted'], to: 'cancelled' },
}

export const STATE_WORDS: Readonly<Record<State, string>> = {
  planned: 'planned',
  open: 'open',
  contacted: 'contacted, reflection to come',
  reflected: 'reflected',
  handed_over: 'handed over',
  declined: 'declined',
  missed: 'missed',
  excused: 'excused',
  cancelled: 'cancelled',
}

/** The state a move leads to; a Problem with the reason where it is not this member's to make, or not now. */
export function moved(assignment: Assignment, move: Move, mover: Mover, today: Temporal.PlainDate): State {
  const rule = RULES[move]
  refuseStrangers(assignment, rule, mover)
  const state = stateOn(assignment, today)
  const sentence = refusal(assignment, move, state, today)
  if (sentence) throw new Problem('conflict', sentence)

  return rule.to
}

export function mayMove(assignment: Assignment, move: Move, mover: Mover, today: Temporal.PlainDate): boolean {
  const state = stateOn(assignment, today)

  return handsOf(assignment, RULES[move], mover) && refusal(assignment, move, state, today) === null
}

/** An open assignment whose last day is over is missed from the next day on, also before its round has closed. */
export function stateOn(assignment: Assignment, today: Temporal.PlainDate): State {
  const over = Temporal.PlainDate.compare(today, assignment.toDay) > 0

  return assignment.state === 'open' && over ? 'missed' : assignment.state
}

/** Planned assignments are drafts: their leader learns of them when they are published. Owners and readers never do. */
export function maySee(assignment: Assignment, mover: Mover): boolean {
  if (mover.roles.includes('lead')) return true

  return assignment.leaderId === mover.id && assignment.state !== 'planned'
}

function refuseStrangers(assignment: Assignment, rule: Rule, mover: Mover): void {
  if (handsOf(assignment, rule, mover)) return
  if (!maySee(assignment, mover)) throw new Problem('not_found', 'There is no such contact.')

  throw new Problem('forbidden', whose(rule))
}

function handsOf(assignment: Assignment, rule: Rule, mover: Mover): boolean {
  const hands: Record<Hand, boolean> = {
    leader: mover.id === assignment.leaderId && mover.roles.includes('leader'),
    lead: mover.roles.includes('lead'),
    plainclothes: mover.id === null,
  }

  return rule.by.some((hand) => hands[hand])
}

function whose(rule: Rule): string {
  if (rule.by.includes('leader')) return 'Only the leader it is assigned to can do this.'

  return rule.by.includes('lead') ? 'Only a lead can do this.' : 'Plainclothes does this by itself.'
}

function refusal(assignment: Assignment, move: Move, state: State, today: Temporal.PlainDate): string | null {
  if (move === 'miss') return state === 'missed' && assignment.state === 'open' ? null : 'Its window is not over.'
  if (move === 'withdraw' && assignment.origin !== 'own_initiative') {
    return 'Only a contact you logged by yourself can be withdrawn.'
  }
  if (!RULES[move].from.includes(state)) return WHY_NOT[state](move)
  if (move === 'start' && Temporal.PlainDate.compare(today, assignment.fromDay) < 0) {
    return 'Your window has not begun yet. The page says on which day it does.'
  }

  return null
}

const WHY_NOT: Readonly<Record<State, (move: Move) => string>> = {
  planned: () => 'This contact is still a draft. It has to be published first.',
  open: () => 'This contact is open already.',
  contacted: (move) =>
    move === 'start'
      ? 'You have started already. Your prediction is sealed and stays as it was.'
      : 'This contact has been started. What is left is the reflection.',
  reflected: () => 'The reflection on this contact is handed in. It stays.',
  handed_over: () => 'A colleague has taken this contact over.',
  declined: () => 'This contact was declined.',
  missed: (move) =>
    move === 'start' || move === 'decline' || move === 'hand_over'
      ? 'The window of this contact is over. If you made the contact, write your reflection: it is accepted late.'
      : 'This contact was missed.',
  excused: () => 'This contact was excused. Nobody is waiting for it.',
  cancelled: () => 'This contact was cancelled. If you made it all the same, log it as your own initiative.',
}
