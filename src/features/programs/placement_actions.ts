import { type Context, inTransaction } from '../../context.ts'
import { type Daypart, dayIn } from '../../lib/days.ts'
import { type Complaints, Invalid, Problem, refuseIfAny } from '../../lib/problem.ts'
import { dayInWords } from '../../lib/words.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation } from '../members/store.ts'
import { tellMoved } from './moved_actions.ts'
import { brokenRule, type Placement, RULE_WORDS } from './placement.ts'
import { getJudgement, type Judgement } from './placement_store.ts'
import type { Reason } from './rotation_problem.ts'
import type { Round } from './round.ts'
import { type Duty, getDuty, getRound, insertAssignment, isReplaced, updateAssignment } from './round_store.ts'
import { swapComplaint } from './swap.ts'

/** What a lead chooses by hand. */
export interface PlacementDetails {
  leader: string
  touchpoint: string
  scenario: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  daypart: Daypart | null
}

/**
 * Adds a contact to a round by hand: a draft in a draft; in a published round it is open at once, and its leader is told. Gives its
 * id. `baseUrl`: null where nobody is to be told, because it is long ago.
 */
export function addByHand(ctx: Context, roundId: string, details: PlacementDetails, baseUrl: string | null): string {
  return inTransaction(ctx, (ctx) => {
    const round = getRound(ctx, roundId)
    if (round.state === 'closed')
      throw new Problem('conflict', 'This round is closed. Add the contact to the next one.')
    const id = place(ctx, round, details)
    if (round.state === 'published') tellMoved(ctx, [details.leader], baseUrl)
    record(ctx, 'added', 'assignment', id, { round: roundId })

    return id
  })
}

/**
 * Gives a contact to another leader, touchpoint or window; gives the id it then has. A draft is changed; a published one is cancelled
 * and another opened, so that the first leader's history stays true; for a declined one a replacement is opened beside it. Whoever had
 * it and whoever gets it is told; nobody where `baseUrl` is null, because it is long ago.
 */
export function swapAssignment(
  ctx: Context,
  id: string,
  version: number,
  details: PlacementDetails,
  baseUrl: string | null,
): string {
  return inTransaction(ctx, (ctx) => {
    const duty = getDuty(ctx, id)
    const complaint = swapComplaint(duty, dayIn(duty.touchpointZone, ctx.now))
    if (complaint) throw new Problem('conflict', complaint)
    if (duty.version !== version) throw movedMeanwhile()
    if (isReplaced(ctx, id)) throw new Problem('conflict', 'Somebody else was found for this contact already.')
    const round = getRound(ctx, duty.roundId ?? '')
    const judgement = getJudgement(ctx, round, id)
    refuseUnfit(ctx, round, judgement, details)
    refuseUnchanged(duty, details)
    const after = duty.state === 'planned' ? changeDraft(ctx, duty, judgement, details) : replace(ctx, duty, details)
    if (duty.state === 'open') tellMoved(ctx, [duty.leaderId, details.leader], baseUrl)
    if (duty.state === 'declined') tellMoved(ctx, [details.leader], baseUrl)
    record(ctx, 'swapped', 'assignment', id, { to: after })

    return after
  })
}

/** Cancelling a contact to open the same one again would write letters about nothing. */
function refuseUnchanged(duty: Duty, { leader, touchpoint, scenario, from, to, daypart }: PlacementDetails): void {
  const before = [duty.leaderId, duty.touchpointId, duty.scenarioId ?? '', duty.fromDay, duty.toDay, duty.daypart]
  if (before.join() === [leader, touchpoint, scenario, from, to, daypart].join())
    throw new Invalid({ leader: 'Nothing is different yet. Choose somebody else, or other days.' })
}

function changeDraft(ctx: Context, duty: Duty, judgement: Judgement, details: PlacementDetails): string {
  const changed = updateAssignment(ctx, duty.id, duty.version, columnsOf(ctx, judgement, details))
  if (!changed) throw movedMeanwhile()

  return duty.id
}

function replace(ctx: Context, duty: Duty, details: PlacementDetails): string {
  if (duty.state === 'open') {
    const reason = `Given to somebody else by ${ctx.actor.name}.`
    if (!updateAssignment(ctx, duty.id, duty.version, { state: 'cancelled', reason })) throw movedMeanwhile()
  }

  return place(ctx, getRound(ctx, duty.roundId ?? ''), details, duty.id)
}

function place(ctx: Context, round: Round, details: PlacementDetails, replacesId: string | null = null): string {
  const judgement = getJudgement(ctx, round)
  refuseUnfit(ctx, round, judgement, details)
  const id = ctx.newId()
  insertAssignment(ctx, {
    id,
    roundId: round.id,
    programId: round.programId,
    replacesId,
    state: round.state === 'planned' ? 'planned' : 'open',
    ...columnsOf(ctx, judgement, details),
  })

  return id
}

function columnsOf(ctx: Context, { facts }: Judgement, details: PlacementDetails) {
  return {
    leaderId: details.leader,
    touchpointId: details.touchpoint,
    scenarioVersionId: facts.scenarios.find(({ id }) => id === details.scenario)?.versionId ?? null,
    origin: 'by_hand' as const,
    fromDay: details.from.toString(),
    toDay: details.to.toString(),
    daypart: details.daypart,
    why: `Chosen by hand by ${ctx.actor.name}.`,
  }
}

function refuseUnfit(
  ctx: Context,
  round: Round,
  { facts, problem, calendar }: Judgement,
  details: PlacementDetails,
): void {
  const complaints: Complaints = {}
  const among = (things: readonly { id: string }[], id: string) => things.some((thing) => thing.id === id)
  if (!among(facts.leaders, details.leader)) complaints.leader = 'Choose one of the program’s leaders.'
  if (!among(facts.touchpoints, details.touchpoint)) complaints.touchpoint = 'Choose one of the program’s touchpoints.'
  if (!among(facts.scenarios, details.scenario)) complaints.scenario = 'Choose one of the program’s scenarios.'
  Object.assign(complaints, windowComplaints(round, details, getOrganisation(ctx).locale))
  refuseIfAny(complaints)

  const placement = asPlacement(details)
  const broken = brokenRule(problem, calendar, placement)
  if (broken) throw new Invalid({ [FIELD[broken]]: sentenceOf(broken, placement, facts) })
}

function windowComplaints(round: Round, { from, to }: PlacementDetails, locale: string): Complaints {
  const inWords = (day: string) => dayInWords(day, locale)
  if (Temporal.PlainDate.compare(from, to) > 0) return { to: 'The last day comes before the first.' }
  if (from.toString() < round.startsOn) return { from: `The round begins on ${inWords(round.startsOn)}.` }

  return to.toString() > round.endsOn ? { to: `The round ends on ${inWords(round.endsOn)}.` } : {}
}

function asPlacement({ from, to, ...who }: PlacementDetails): Placement {
  return { ...who, from: from.toString(), to: to.toString() }
}

/** The field a lead has to change. */
const FIELD: Readonly<Record<Reason, keyof PlacementDetails>> = {
  own_department: 'leader',
  own_touchpoint: 'leader',
  language: 'leader',
  no_scenario: 'scenario',
  closed: 'from',
  blocked_day: 'from',
  absent: 'leader',
  holiday: 'from',
  hours: 'from',
  lockout: 'leader',
  cooldown: 'leader',
  per_month: 'leader',
  capacity: 'from',
}

function sentenceOf(
  broken: Reason,
  { leader, touchpoint }: Placement,
  { leaders, touchpoints }: Judgement['facts'],
): string {
  const who = leaders.find(({ id }) => id === leader)?.name ?? ''
  const where = touchpoints.find(({ id }) => id === touchpoint)?.name ?? ''

  return `${who} and ${where} do not go together here: ${RULE_WORDS[broken]}.`
}

function movedMeanwhile(): Problem {
  return new Problem('conflict', 'Somebody else changed this contact meanwhile. Look again, then decide.')
}
