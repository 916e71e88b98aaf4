/** A commitment that follows from what leaders met (PRODUCT.md §5): one named owner, and who may do what with it. */
import { type Complaints, Problem, refuseIfAny } from '../../lib/problem.ts'
import { counted } from '../../lib/words.ts'
import type { Cause } from '../reflections/fields.ts'

export const FOLLOWUP_KINDS = ['fix', 'coach', 'celebrate'] as const
export type FollowupKind = (typeof FOLLOWUP_KINDS)[number]

export const KIND_WORDS: Readonly<Record<FollowupKind, { name: string; does: string }>> = {
  fix: { name: 'Fix', does: 'change what makes it happen' },
  coach: { name: 'Coach', does: 'practise what good looks like' },
  celebrate: { name: 'Celebrate', does: 'thank a team, and keep doing it' },
}

export type FollowupState = 'open' | 'done' | 'dropped'

/** What the rules read of a follow-up. */
export interface Followup {
  state: FollowupState
  ownerId: string
  dueOn: string
}

export interface Doer {
  id: string | null
  roles: readonly string[]
}

export const MOVES = ['finish', 'drop', 'reopen', 'change', 'retest'] as const
export type Move = (typeof MOVES)[number]

interface Rule {
  by: 'owner' | 'lead'
  from: readonly FollowupState[]
}

/** Done is what its owner says, nobody else; whether it held is not for a member to say at all. */
const RULES: Readonly<Record<Move, Rule>> = {
  finish: { by: 'owner', from: ['open'] },
  drop: { by: 'lead', from: ['open'] },
  reopen: { by: 'lead', from: ['done', 'dropped'] },
  change: { by: 'lead', from: ['open'] },
  retest: { by: 'lead', from: ['open', 'done'] },
}

const WHY_NOT: Readonly<Record<FollowupState, string>> = {
  open: 'This follow-up is open.',
  done: 'This follow-up is done already. Open it again to change it.',
  dropped: 'This follow-up was dropped. Open it again to go on with it.',
}

export function mayMove(followup: Followup, move: Move, doer: Doer): boolean {
  return isBy(followup, RULES[move], doer) && RULES[move].from.includes(followup.state)
}

export function refuseMove(followup: Followup, move: Move, doer: Doer): void {
  const { by, from } = RULES[move]
  if (!isBy(followup, RULES[move], doer))
    throw new Problem('forbidden', by === 'owner' ? 'Only its owner says that it is done.' : 'Only a lead can do this.')
  if (!from.includes(followup.state)) throw new Problem('conflict', WHY_NOT[followup.state])
}

/** Leads read all; its owner, and whoever owns the touchpoint it is about, read theirs. */
export function mayRead({ ownerId }: Followup, touchpointOwnerId: string | null, { id, roles }: Doer): boolean {
  return roles.includes('lead') || (id !== null && (id === ownerId || id === touchpointOwnerId))
}

/** Who may be given one: whoever leads, serves or plans; not those who only sign or administer. */
export function mayOwn({ roles, retiredOn }: { roles: readonly string[]; retiredOn: string | null }): boolean {
  return retiredOn === null && roles.some((role) => ['leader', 'lead', 'owner'].includes(role))
}

/** Days it is overdue; 0 while it is in time, and once it is done or dropped. */
export function daysOverdue({ state, dueOn }: Followup, today: Temporal.PlainDate): number {
  if (state !== 'open') return 0

  return Math.max(0, Temporal.PlainDate.from(dueOn).until(today, { largestUnit: 'days' }).days)
}

/** "7 follow-ups are open, 2 of them overdue." */
export function openWords(followups: readonly Followup[], today: Temporal.PlainDate): string {
  const open = followups.filter(({ state }) => state === 'open')
  const late = open.filter((each) => daysOverdue(each, today) > 0).length
  if (open.length === 0) return 'No follow-up is open.'
  const are = open.length === 1 ? 'is' : 'are'
  const overdue = late === 0 ? '' : open.length === 1 ? ', and overdue' : `, ${late} of them overdue`

  return `${counted(open.length, 'follow-up')} ${are} open${overdue}.`
}

export interface FollowupDetails {
  kind: FollowupKind
  cause: Cause | null
  commitment: string
  touchpointId: string | null
  ownerId: string
  dueOn: Temporal.PlainDate
}

/** Throws Invalid where something is missing. `stoodOn` is the due day as it was: it may stay though it is over. */
export function refuseIncomplete(details: FollowupDetails, today: Temporal.PlainDate, stoodOn: string | null): void {
  const complaints: Complaints = {}
  if (details.cause === null && details.kind !== 'celebrate')
    complaints.cause = 'Choose what lies behind it. A person never does.'
  if (Temporal.PlainDate.compare(details.dueOn, today) < 0 && details.dueOn.toString() !== stoodOn)
    complaints.due = 'That day is over. Choose one to come.'
  refuseIfAny(complaints)
}

function isBy({ ownerId }: Followup, { by }: Rule, { id, roles }: Doer): boolean {
  return by === 'lead' ? roles.includes('lead') : id !== null && id === ownerId
}
